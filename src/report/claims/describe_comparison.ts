import { describeMetric } from "../../metrics/metric_name.ts";
import type { ComparisonResult } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatInterval } from "../format_interval.ts";
import { drawInterval } from "../interval_plot.ts";
import type { ClaimDescription } from "./claim_description.ts";
import { formatWithUnit, startWithLabel, writeP } from "./claim_text.ts";
import { readInterval } from "./read_interval.ts";

const TESTS = { welch: "Welch’s t-test", paired: "paired t-test over seeds" };

/** Describes a judged comparison of two variants. */
export function describeComparison(claim: ComparisonResult): ClaimDescription {
  const { metric, difference, low, high, n, test } = claim;
  const better = escapeHtml(claim.better), than = escapeHtml(claim.than);
  const direction = describeMetric(metric).better ?? "better";
  const interval = low === null ? "no interval" : `95 % interval ${formatInterval(low, high)}`;
  return {
    sentence: `${startWithLabel(metric)} is ${direction} with <b>${better}</b> than with ` +
      `<b>${than}</b>`,
    size: difference === null ? "" : formatWithUnit(difference, metric, true),
    facts: [
      difference === null ? "no difference to give" : interval,
      test === "paired" ? `n = ${n[0]} pairs` : `n = ${n[0]} + ${n[1]} runs`,
      `${TESTS[test]}${writeP(claim)}`,
    ],
    reading: readInterval(claim, {
      origin: "0",
      isClear: low !== null && high !== null && (low > 0 || high < 0),
      against: `, in favour of ${than}`,
    }),
    plot: drawPlot(claim),
  };
}

function drawPlot({ difference, low, high, adjusted, ...claim }: ComparisonResult): string {
  if (difference === null || low === null || high === null) return "";
  const isLower = describeMetric(claim.metric).better === "lower";
  return drawInterval({ difference, low, high, adjusted }, {
    below: `for ${isLower ? claim.better : claim.than}`,
    above: `for ${isLower ? claim.than : claim.better}`,
  });
}
