import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { CHART_THEME } from "./charts/chart_theme.ts";
import { escapeHtml } from "./escape_html.ts";
import { renderSpec } from "./pack_specs.ts";
import { type MessageKey, MESSAGES } from "./text/messages.ts";
import { type PlainSlot, renderAttribute } from "./text/render_message.ts";

/** What names a chart in the page. */
export interface RenderChartOptions {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string;
  /** What the chart shows, for those who do not see it. */
  readonly label: ChartLabel;
  /** Words within the chart that the page translates. */
  readonly words?: readonly MessageKey[];
  /** The horizontal axis, so that the page can read the chart out. */
  readonly axis?: { readonly unit: string; readonly pixels: Ends; readonly values: Ends };
}

/** A message with plain text or numbers in its slots. */
export interface ChartLabel {
  readonly key: MessageKey;
  readonly slots: Readonly<Record<string, PlainSlot>>;
}

type Ends = readonly [number, number];

/**
 * Renders a chart as static SVG that takes its colours and fonts from the page and needs no script.
 *
 * The same specification gives the same bytes in every process: text is measured by Vega's own estimate, not by
 * a canvas, and the clip paths are numbered anew for each chart.
 *
 * @param spec A Vega-Lite specification.
 * @param options Identifier and label.
 * @returns One `<svg>` element that scales with its container; after it, where the chart has such an axis, what it was
 * drawn from, for `packSpecs`.
 */
export async function renderChart(
  spec: TopLevelSpec,
  options: RenderChartOptions,
): Promise<string> {
  const compiled = compile({ ...spec, config: CHART_THEME } as TopLevelSpec).spec;
  const view = new View(parse(compiled), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  const box = /viewBox="([^"]+)"/.exec(svg)![1];
  const content = svg.slice(svg.indexOf(">") + 1);
  const { id, label, axis, words = [] } = options;
  const range = axis === undefined
    ? ""
    : ` data-axis="${[...axis.pixels, ...axis.values].join(" ")}" data-unit="${axis.unit}"`;
  return `<svg class="chart" id="${id}" viewBox="${box}" role="img"${
    renderAttribute("aria-label", label.key, label.slots)
  }${range}>` + markWords(numberClips(thinMarkup(content), id), words) +
    (axis === undefined ? "" : renderSpec(id, compiled));
}

/** Marks the words of a chart that the page puts into another language. */
function markWords(content: string, words: readonly MessageKey[]): string {
  return words.reduce((marked, key) => {
    const text = `>${escapeHtml(MESSAGES[key].en)}</text>`;
    return marked.replaceAll(text, ` data-t="${key}"${text}`);
  }, content);
}

/** Drops what only Vega's own interaction needs; looks into tags only, so that no label is touched. */
function thinMarkup(content: string): string {
  return content
    .replace(
      /<[^<>]+>/g,
      (tag) =>
        tag
          .replace(/ (?:role|aria-[a-z]+|pointer-events|class|font-family)="[^"]*"/g, "")
          .replace(/ (?:opacity|stroke-opacity|fill-opacity)="1"/g, ""),
    )
    .replace(/<path d="M0,0h0v0h0Z"\/>/g, "")
    .replace(/<path d="" display="none"\/>/g, "");
}

/** Vega numbers clip paths over the whole process; a page needs them the same each time, and unique. */
function numberClips(content: string, id: string): string {
  const numbers = new Map<string, string>();
  return content.replace(/(id="|url\(#)(clip\d+)/g, (_, before: string, name: string) => {
    if (!numbers.has(name)) numbers.set(name, `${id}-clip-${numbers.size}`);
    return before + numbers.get(name);
  });
}
