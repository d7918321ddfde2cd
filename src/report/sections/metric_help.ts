import { METRICS } from "../../metrics/catalogue.ts";
import { escapeHtml } from "../escape_html.ts";
import { renderMetricLabel, renderMetricMeaning } from "../text/render_metric.ts";

/**
 * Renders the help of metrics that the buttons beside their names open, without a script.
 *
 * @param bases Base names of the catalogue.
 * @returns Hidden elements, one a metric.
 */
export function renderMetricHelp(bases: readonly string[]): string {
  return bases.map((base) =>
    `<div popover id="help-${base}"><b>${renderMetricLabel(base)}</b>${
      renderMetricMeaning(base)
    } <span class="source">${escapeHtml(METRICS[base].source)}</span></div>`
  ).join("");
}
