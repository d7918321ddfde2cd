import { describeMetric } from "../../metrics/metric_name.ts";
import type { ComparisonResult } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatInterval } from "../format_interval.ts";
import { drawInterval } from "../interval_plot.ts";
import type { ClaimDescription } from "./claim_description.ts";
import { formatP, formatWithUnit, startWithLabel } from "./claim_text.ts";

const TESTS = { welch: "Welch’s t-test", paired: "paired t-test over seeds" };

/** Describes a judged comparison of two variants. */
export function describeComparison(claim: ComparisonResult): ClaimDescription {
  const { metric, difference, low, high, n, test, pValue } = claim;
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
      `${TESTS[test]}${formatP(pValue)}`,
    ],
    reading: readInterval(claim),
    plot: drawPlot(claim),
  };
}

/** What the interval says; where there is none, the test's own reason for that. */
function readInterval({ low, verdict, reason, than }: ComparisonResult): string {
  if (low === null) return escapeHtml(reason);
  if (verdict === "undecided") {
    return "The interval contains 0: these seeds allow an effect in either direction.";
  }
  return verdict === "shown"
    ? "The whole interval lies on the claimed side of 0."
    : `The whole interval lies on the other side of 0, in favour of ${escapeHtml(than)}.`;
}

function drawPlot({ difference, low, high, metric, better, than }: ComparisonResult): string {
  if (difference === null || low === null || high === null) return "";
  const isLower = describeMetric(metric).better === "lower";
  return drawInterval({ difference, low, high }, {
    below: `for ${isLower ? better : than}`,
    above: `for ${isLower ? than : better}`,
  });
}
