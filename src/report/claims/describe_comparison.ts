import { describeMetric } from "../../metrics/metric_name.ts";
import type { ComparisonResult } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { drawInterval } from "../interval_plot.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import type { ClaimDescription } from "./claim_description.ts";
import { formatWithUnit, startWithLabel, writeInterval, writeP } from "./claim_text.ts";
import { readInterval } from "./read_interval.ts";

/** Describes a judged comparison of two variants. */
export function describeComparison(claim: ComparisonResult): ClaimDescription {
  const { metric, difference, low, high, n, test, unpaired } = claim;
  const better = `<b>${escapeHtml(claim.better)}</b>`;
  const than = `<b>${escapeHtml(claim.than)}</b>`;
  const direction = describeMetric(metric).better ?? "higher";
  return {
    sentence: renderMessage(`claim.${direction}`, { metric: startWithLabel(metric), better, than }),
    size: difference === null ? "" : formatWithUnit(difference, metric, true),
    facts: [
      difference === null ? renderMessage("claim.no_difference") : writeInterval(low, high),
      test === "paired"
        ? `n = ${renderMessage("claim.pairs", { n: renderNumber(n[0]) })}`
        : `n = ${
          renderMessage("claim.runs", { n: `${renderNumber(n[0])} + ${renderNumber(n[1])}` })
        }`,
      `${renderMessage(`claim.${test}`)}${writeP(claim)}`,
      ...(unpaired.length === 0
        ? []
        : [renderMessage("claim.unpaired", { seeds: escapeHtml(unpaired.join(", ")) })]),
    ],
    reading: readInterval(claim, {
      origin: "0",
      isClear: low !== null && high !== null && (low > 0 || high < 0),
      against: renderMessage("reading.favour", { variant: escapeHtml(claim.than) }),
      few: test === "paired"
        ? renderMessage("few.pairs", { n: renderNumber(n[0]) })
        : renderMessage("few.two", { first: renderNumber(n[0]), second: renderNumber(n[1]) }),
    }),
    plot: drawPlot(claim),
  };
}

function drawPlot({ difference, low, high, adjusted, ...claim }: ComparisonResult): string {
  if (difference === null || low === null || high === null) return "";
  const isLower = describeMetric(claim.metric).better === "lower";
  return drawInterval({ difference, low, high, adjusted }, {
    below: isLower ? claim.better : claim.than,
    above: isLower ? claim.than : claim.better,
  });
}
