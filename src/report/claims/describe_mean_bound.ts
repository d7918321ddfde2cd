import type { MeanBoundResult } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { drawInterval } from "../interval_plot.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderNumber, renderSetting } from "../text/render_number.ts";
import type { ClaimDescription } from "./claim_description.ts";
import { formatWithUnit, startWithLabel, writeInterval, writeP } from "./claim_text.ts";
import { readInterval } from "./read_interval.ts";

/** Describes a judged bound on the mean of a variant. */
export function describeMeanBound(claim: MeanBoundResult): ClaimDescription {
  const { metric, variant, side, bound, mean, low, high, n, adjusted } = claim;
  const place = renderSetting(bound);
  return {
    sentence: renderMessage(side === "at least" ? "claim.mean_least" : "claim.mean_most", {
      metric: startWithLabel(metric),
      bound: `<b>${place}</b>`,
      variant: `<b>${escapeHtml(variant)}</b>`,
    }),
    size: mean === null ? "" : formatWithUnit(mean, metric),
    facts: [
      mean === null ? renderMessage("claim.no_mean") : writeInterval(low, high),
      `n = ${renderMessage("claim.runs", { n: renderNumber(n) })}`,
      `${renderMessage("claim.against", { bound: place })}${writeP(claim)}`,
    ],
    reading: readInterval(claim, {
      origin: place,
      isClear: low !== null && high !== null && (low > bound || high < bound),
      few: renderMessage("few.runs", { n: renderNumber(n) }),
    }),
    plot: mean === null || low === null || high === null
      ? ""
      : drawInterval({ difference: mean, low, high, adjusted }, {
        below: { t: side === "at most" ? "plot.claimed" : "plot.low" },
        above: { t: side === "at most" ? "plot.high" : "plot.claimed" },
        origin: bound,
      }),
  };
}
