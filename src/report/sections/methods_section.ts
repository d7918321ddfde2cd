import { METRICS } from "../../metrics/catalogue.ts";
import { parseMetricName } from "../../metrics/metric_name.ts";
import { escapeHtml } from "../escape_html.ts";
import { rankMetric } from "../metric_text.ts";
import type { ReportData } from "../report_data.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderMetricLabel, renderMetricMeaning } from "../text/render_metric.ts";
import { renderMetricHelp } from "./metric_help.ts";
import { renderGlossary } from "./glossary.ts";

/**
 * Renders what each metric means and when it lies, and how the statistics are made.
 *
 * @param data The report's data.
 * @returns A section.
 */
export function renderMethodsSection(data: ReportData): string {
  const names = [
    ...data.runs.flatMap(({ evaluation }) => [
      ...Object.keys(evaluation.metrics),
      ...evaluation.curve.flatMap(({ metrics }) => Object.keys(metrics)),
    ]),
    ...data.experiment.claims.map(({ metric }) => metric),
  ];
  const bases = [...new Set(names.map(parseMetricName))]
    .sort((one, other) => rankMetric(one) - rankMetric(other));
  const entries = bases.map((base) => {
    return `<div><dt>${renderMetricLabel(base)}</dt><dd>${
      renderMetricMeaning(base)
    } <span class="source">${escapeHtml(METRICS[base].source)}</span></dd></div>`;
  });
  return `<section id="methods"><h2>${renderMessage("methods.title")}</h2><dl class="methods">${
    entries.join("")
  }<div><dt>${renderMessage("methods.intervals_title")}</dt><dd>${
    renderMessage("methods.intervals")
  }</dd></div><div><dt>${renderMessage("methods.several_title")}</dt><dd>${
    renderMessage("methods.several")
  } <span class="source">Holm 1979; Clopper &amp; Pearson 1934</span></dd></div><div><dt>${
    renderMessage("methods.effects_title")
  }</dt><dd>${renderMessage("methods.effects")} <span class="source">Hedges 1981; Cliff 1993; ` +
    `Mann &amp; Whitney 1947; Wilcoxon 1945; Cohen 1988</span></dd></div></dl>${renderGlossary()}${
      renderMetricHelp(bases)
    }</section>`;
}
