import { type PlainSlot, renderAttribute, renderMessage } from "./text/render_message.ts";

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
  /** What names the table for those who hear it. */
  readonly name: PlainSlot;
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

function renderData(chart: PlainSlot, { head, rows }: FigureTable): string {
  const heads = head.map((cell) => `<th scope="col">${cell}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  const label = renderAttribute("aria-label", "data.of", { chart });
  return `<details class="data"><summary${label}>${
    renderMessage("data")
  }</summary><div class="wide" role="region"${label} tabindex="0">` +
    `<table class="plain"><thead><tr>${heads}</tr></thead><tbody>${
      body.join("")
    }</tbody></table></div></details>`;
}
