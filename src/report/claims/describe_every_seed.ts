import type { EverySeedResult } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { drawSeeds } from "../seed_plot.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderNumber, renderSetting } from "../text/render_number.ts";
import { renderStatement } from "../text/render_statement.ts";
import type { ClaimDescription } from "./claim_description.ts";
import { startWithLabel } from "./claim_text.ts";

/** Describes a judged bound on every seed of a variant. */
export function describeEverySeed(claim: EverySeedResult): ClaimDescription {
  const { metric, variant, side, bound, held, n, low, high, values } = claim;
  const lost = Object.values(values).filter((value) => value === null).length;
  return {
    sentence: renderMessage(side === "at least" ? "claim.seed_least" : "claim.seed_most", {
      metric: startWithLabel(metric),
      bound: `<b>${renderSetting(bound)}</b>`,
      variant: `<b>${escapeHtml(variant)}</b>`,
    }),
    size: renderMessage("claim.seeds_held", { held: renderNumber(held), n: renderNumber(n) }),
    facts: [
      `n = ${renderMessage("claim.runs", { n: renderNumber(n) })}`,
      ...(lost === 0 ? [] : [renderMessage("claim.lost", { n: renderNumber(lost) })]),
      ...(low === null || high === null ? [] : [
        renderMessage("claim.share", {
          low: formatLowest(low),
          high: renderNumber(Math.ceil(100 * high)),
        }),
      ]),
    ],
    reading: readCount(claim),
    plot: drawSeeds(Object.values(values), { bound, side }),
  };
}

function readCount({ verdict, need, held, n, low }: EverySeedResult): string {
  if (verdict === "undecided" || low === null) {
    const few = renderMessage("few.held", { held: renderNumber(held), n: renderNumber(n) });
    return need === null ? few : `${few} ${renderStatement(need)}`;
  }
  if (verdict === "shown") {
    return renderMessage("reading.all_held", {
      n: renderNumber(n),
      seeds: renderNumber(n),
      share: formatLowest(low),
    });
  }
  const misses = n - held;
  return renderMessage("reading.misses", { misses: renderNumber(misses), n: renderNumber(n) });
}

/** Whole percents, never more than there are. */
function formatLowest(share: number): string {
  return renderNumber(Math.floor(100 * share));
}
