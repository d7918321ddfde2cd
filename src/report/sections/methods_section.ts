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
    `Intervals are Student’s at 95 %. Claims were written into the spec before the runs; one is <i>shown</i> when the whole interval of the difference lies on the claimed side of zero, <i>not shown</i> when it lies on the other, and <i>undecided</i> when it contains zero or when fewer than three seeds a side have a value. A bound on a mean is judged the same way, with the bound in the place of zero.</dd></div>` +
    `<div><dt>Several claims</dt><dd>Comparisons and bounds on means are tested together: Holm’s correction widens each interval, drawn as the thin line, as far as the others call for, so that even one false verdict among them has a chance below 5 %. A bound on every seed is a fact about these seeds and is refuted by one miss, a run that diverged included; the interval of the share says what it lets expect of others. What this page cannot know is whether the seeds were looked at before the claims were written, or added until a claim was shown: both make every <i>p</i> too small. <span class="source">Holm 1979; Clopper &amp; Pearson 1934</span></dd></div>` +
    `<div><dt>Size of an effect</dt><dd>Hedges’ g is the difference in standard deviations over seeds, with its exact interval for normal values; Cliff’s delta is the share of pairs of runs in which one variant is ahead, minus the share in which the other is. The tests of ranks need no normal values, and with three seeds a side never give a <i>p</i> below 0.1. The count of further seeds aims at a power of 80 % and takes what was seen for the truth: it is an order of magnitude. <span class="source">Hedges 1981; Cliff 1993; Mann &amp; Whitney 1947; Wilcoxon 1945; Cohen 1988</span></dd></div></dl></section>`;
}
