import { METRICS } from "../../metrics/catalogue.ts";
import { parseMetricName } from "../../metrics/metric_name.ts";
import { escapeHtml } from "../escape_html.ts";
import { rankMetric } from "../metric_text.ts";
import type { ReportData } from "../report_data.ts";

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
    const { label, description, source } = METRICS[base];
    return `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(description)} <span class="source">${
      escapeHtml(source)
    }</span></dd></div>`;
  });
  return `<section id="methods"><h2>How to read these numbers</h2><dl class="methods">${
    entries.join("")
  }<div><dt>Intervals and verdicts</dt><dd>Means are over seeds: each run is one observation, however many samples it draws. ` +
    `Intervals are Student’s at 95 %. Claims were written into the spec before the runs; one is <i>shown</i> when the whole interval of the difference lies on the claimed side of zero, <i>not shown</i> when it lies on the other, and <i>undecided</i> when it contains zero or when fewer than three seeds a side have a value. A bound on a mean is judged the same way, with the bound in the place of zero; a bound on every seed is refuted by one miss, and a run that diverged is one. Claims are not corrected for one another: of many, one in forty is shown by chance.</dd></div></dl></section>`;
}
