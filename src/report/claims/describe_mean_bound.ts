import type { MeanBoundResult } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatBound } from "../format_bound.ts";
import { formatInterval } from "../format_interval.ts";
import { drawInterval } from "../interval_plot.ts";
import type { ClaimDescription } from "./claim_description.ts";
import { formatWithUnit, startWithLabel, writeP } from "./claim_text.ts";
import { readInterval } from "./read_interval.ts";

/** Describes a judged bound on the mean of a variant. */
export function describeMeanBound(claim: MeanBoundResult): ClaimDescription {
  const { metric, variant, side, bound, mean, low, high, n, adjusted } = claim;
  const interval = low === null ? "no interval" : `95 % interval ${formatInterval(low, high)}`;
  const place = formatBound(bound);
  return {
    sentence: `${startWithLabel(metric)} is ${side} <b>${place}</b> on average with <b>${
      escapeHtml(variant)
    }</b>`,
    size: mean === null ? "" : formatWithUnit(mean, metric),
    facts: [
      mean === null ? "no mean to give" : interval,
      `n = ${n} ${n === 1 ? "run" : "runs"}`,
      `t-test against ${place}${writeP(claim)}`,
    ],
    reading: readInterval(claim, {
      origin: place,
      isClear: low !== null && high !== null && (low > bound || high < bound),
    }),
    plot: mean === null || low === null || high === null
      ? ""
      : drawInterval({ difference: mean, low, high, adjusted }, {
        below: side === "at most" ? "as claimed" : "too low",
        above: side === "at most" ? "too high" : "as claimed",
        origin: bound,
      }),
  };
}
