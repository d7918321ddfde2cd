import { isThreshold } from "../../statistics/claim.ts";
import type { ComparisonResult, MeanBoundResult } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderInterval, renderNumber, renderSetting } from "../text/render_number.ts";
import type { ClaimResult } from "../report_data.ts";
import { formatP, renderLevel, startWithLabel } from "./claim_text.ts";

type TestedClaim = ComparisonResult | MeanBoundResult;

const HEADS = [
  "details.claim",
  "details.alone",
  "details.corrected",
  "details.widened",
  "details.hedges",
  "details.pairs",
  "details.ranks",
] as const;

/**
 * Renders, behind a fold, the numbers on tested claims that the verdicts do not need at a glance.
 *
 * @param claims Results in the order of the spec; those that were not tested are left out.
 * @returns A fold with a table; nothing where no claim was tested.
 */
export function renderClaimDetails(claims: readonly ClaimResult[]): string {
  const rows = claims.filter(isTested).map((claim) =>
    `<tr><th scope="row">${nameClaim(claim)}</th>${
      listCells(claim).map((cell) => `<td>${cell}</td>`).join("")
    }</tr>`
  );
  if (rows.length === 0) return "";
  return `<details><summary>${
    renderMessage("details.title")
  }</summary><div class="wide" role="region"${
    renderAttribute("aria-label", "details.title")
  } tabindex="0"><table class="numbers" data-copy><thead><tr>${
    HEADS.map((key) => `<th scope="col">${renderMessage(key)}</th>`).join("")
  }</tr></thead><tbody>${rows.join("")}</tbody></table></div></details>`;
}

function isTested(claim: ClaimResult): claim is TestedClaim {
  const isEverySeed = isThreshold(claim) && claim.on === "every seed";
  return !isEverySeed && "adjusted" in claim && claim.adjusted !== null;
}

function nameClaim(claim: TestedClaim): string {
  const name = (variant: string): string => escapeHtml(variant);
  const what = isThreshold(claim)
    ? renderMessage(claim.side === "at least" ? "details.mean_least" : "details.mean_most", {
      variant: name(claim.variant),
      bound: renderSetting(claim.bound),
    })
    : renderMessage("details.against", { better: name(claim.better), than: name(claim.than) });
  return `${startWithLabel(claim.metric)} <span class="unit">${what}</span>`;
}

function listCells(claim: TestedClaim): string[] {
  const { pValue, adjustedP, adjusted, effectSize, rankP } = claim;
  const { level, low, high } = adjusted!;
  return [
    formatP(pValue!),
    formatP(adjustedP!),
    `${renderInterval(low, high)} <span class="unit">${renderLevel(level)} %</span>`,
    effectSize === null ? renderMessage("details.no_spread") : stack(
      renderNumber(effectSize.value),
      renderInterval(effectSize.low, effectSize.high),
    ),
    isThreshold(claim) ? "–" : describeDominance(claim),
    stack(formatP(rankP!), renderMessage(nameRankTest(claim))),
  ];
}

function describeDominance({ dominance, n }: ComparisonResult): string {
  const pairs = n[0] * n[1];
  // Ties count half, so that it is a whole number of halves.
  const larger = Math.round(pairs * (1 + dominance!)) / 2;
  return stack(
    renderMessage("details.larger", { count: renderSetting(larger), pairs: renderNumber(pairs) }),
    renderMessage("details.cliff", {
      delta: renderNumber(dominance, { digits: 2, signed: true }),
    }),
  );
}

function nameRankTest(claim: TestedClaim) {
  return !isThreshold(claim) && claim.test === "welch"
    ? "details.mann_whitney" as const
    : "details.signed_ranks" as const;
}

function stack(above: string, below: string): string {
  return `${above}<span class="between">${below}</span>`;
}
