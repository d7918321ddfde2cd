import type { EverySeedResult } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatBound } from "../format_bound.ts";
import { drawSeeds } from "../seed_plot.ts";
import type { ClaimDescription } from "./claim_description.ts";
import { startWithLabel } from "./claim_text.ts";

/** Describes a judged bound on every seed of a variant. */
export function describeEverySeed(claim: EverySeedResult): ClaimDescription {
  const { metric, variant, side, bound, held, n, low, high, values } = claim;
  const lost = Object.values(values).filter((value) => value === null).length;
  return {
    sentence: `${startWithLabel(metric)} is ${side} <b>${
      formatBound(bound)
    }</b> on every seed with <b>${escapeHtml(variant)}</b>`,
    size: `${held} of ${n}`,
    facts: [
      `n = ${n} ${n === 1 ? "run" : "runs"}`,
      ...(lost === 0 ? [] : [`${lost} without a value`]),
      ...(low === null || high === null ? [] : [
        `95 % interval of the share of all seeds: ${formatPercent(low)} to ${
          formatPercent(high)
        } %`,
      ]),
    ],
    reading: readCount(claim),
    plot: drawSeeds(Object.values(values), { bound, side }),
  };
}

function readCount({ verdict, reason, held, n, low }: EverySeedResult): string {
  if (low === null) return escapeHtml(reason);
  if (verdict === "shown") {
    return `All ${n} seeds keep to the bound. As far as ${n} can tell, at least ${
      formatPercent(low)
    } % of all seeds do.`;
  }
  const misses = n - held;
  return `${misses} of ${n} seeds ${misses === 1 ? "misses" : "miss"} the bound.`;
}

function formatPercent(share: number): string {
  return String(Math.floor(100 * share));
}
