import { escapeHtml } from "./escape_html.ts";
import { renderMessage } from "./text/render_message.ts";

/** The numbers that a chart is drawn from, as its table shows them. */
export interface FigureTable {
  /** Trusted markup of the column heads. */
  readonly head: readonly string[];
  /** Trusted markup of the cells, by row; the first column is what the chart's horizontal axis shows. */
  readonly rows: readonly (readonly string[])[];
}

/** What a chart's figure is rendered with. */
export interface RenderFigureOptions {
  /** Trusted markup above the chart. */
  readonly caption: string;
  /** Plain text that names the table for those who hear it. */
  readonly name: string;
  readonly table: FigureTable;
}

/**
 * Renders a chart with its caption, and behind a fold the table of what it shows.
 *
 * @param chart Trusted markup: the chart, or a sentence where there is none.
 * @param options Caption and table.
 * @returns A `<figure>`.
 */
export function renderFigure(
  chart: string,
  { caption, name, table }: RenderFigureOptions,
): string {
  const body = table.rows.length === 0 ? "" : renderData(name, table);
  return `<figure class="panel"><figcaption>${caption}</figcaption>${chart}${body}</figure>`;
}

function renderData(name: string, { head, rows }: FigureTable): string {
  const heads = head.map((cell) => `<th scope="col">${cell}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  return `<details class="data"><summary>${renderMessage("data")}<span class="unseen"> ${
    escapeHtml(name)
  }</span></summary><div class="wide" role="region" aria-label="${
    escapeHtml(name)
  }" tabindex="0"><table class="plain"><thead><tr>${heads}</tr></thead><tbody>${
    body.join("")
  }</tbody></table></div></details>`;
}
