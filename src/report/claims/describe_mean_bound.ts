import type { MeanBoundResult } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatInterval } from "../format_interval.ts";
import { formatNumber } from "../format_number.ts";
import { drawInterval } from "../interval_plot.ts";
import type { ClaimDescription } from "./claim_description.ts";
import { formatP, formatWithUnit, startWithLabel } from "./claim_text.ts";

/** Describes a judged bound on the mean of a variant. */
export function describeMeanBound(claim: MeanBoundResult): ClaimDescription {
  const { metric, variant, side, bound, mean, low, high, n, pValue } = claim;
  const interval = low === null ? "no interval" : `95 % interval ${formatInterval(low, high)}`;
  return {
    sentence: `${startWithLabel(metric)} is ${side} <b>${
      formatNumber(bound)
    }</b> on average with <b>${escapeHtml(variant)}</b>`,
    size: mean === null ? "" : formatWithUnit(mean, metric),
    facts: [
      mean === null ? "no mean to give" : interval,
      `n = ${n} runs`,
      `t-test against ${formatNumber(bound)}${formatP(pValue)}`,
    ],
    reading: readInterval(claim),
    plot: mean === null || low === null || high === null
      ? ""
      : drawInterval({ difference: mean, low, high }, {
        below: side === "at most" ? "as claimed" : "too low",
        above: side === "at most" ? "too high" : "as claimed",
        origin: bound,
      }),
  };
}

function readInterval({ low, verdict, reason, bound }: MeanBoundResult): string {
  if (low === null) return escapeHtml(reason);
  const place = formatNumber(bound);
  return {
    "shown": `The whole interval of the mean lies on the claimed side of ${place}.`,
    "not shown": `The whole interval of the mean lies on the other side of ${place}.`,
    "undecided": `The interval contains ${place}: these seeds allow a mean on either side.`,
  }[verdict];
}
