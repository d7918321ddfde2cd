import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { CHART_THEME } from "./charts/chart_theme.ts";
import { escapeHtml } from "./escape_html.ts";

/** What names a chart in the page. */
export interface RenderChartOptions {
  /** Unique in the page; letters, digits and hyphens. */
  readonly id: string;
  /** What the chart shows, for those who do not see it. */
  readonly label: string;
}

/**
 * Renders a chart as static SVG that takes its colours and fonts from the page and needs no script.
 *
 * The same specification gives the same bytes in every process: text is measured by Vega's own estimate, not by
 * a canvas, and the clip paths are numbered anew for each chart.
 *
 * @param spec A Vega-Lite specification.
 * @param options Identifier and label.
 * @returns One `<svg>` element that scales with its container.
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
  return `<svg class="chart" viewBox="${box}" role="img" aria-label="${
    escapeHtml(options.label)
  }">` + numberClips(thinMarkup(content), options.id);
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
