import type { Verdict } from "../../statistics/mod.ts";
import type { ClaimResult } from "../report_data.ts";
import { describeClaim } from "../claims/describe_claim.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import { joinFacts } from "../claims/join_facts.ts";
import { renderClaimDetails } from "../claims/render_claim_details.ts";
import { classifyVerdict, renderVerdict } from "../claims/render_verdict.ts";

/**
 * Renders the verdict on every claim: symbol, word, the claim as a sentence, effect, interval and counts.
 *
 * @param claims Results in the order of the spec.
 * @returns A section, readable from the back of a lecture hall.
 */
export function renderVerdictSection(claims: readonly ClaimResult[]): string {
  if (claims.length === 0) {
    return `<section class="verdicts"><p class="note">${
      renderMessage("verdict.none")
    }</p></section>`;
  }
  return `<section class="verdicts"${renderAttribute("aria-label", "verdicts")}>${
    renderAnswer(claims)
  }${claims.map(renderClaim).join("")}${renderClaimDetails(claims)}</section>`;
}

/** How many claims have each verdict, which is what the question gets for an answer. */
function renderAnswer(claims: readonly ClaimResult[]): string {
  const count = (verdict: Verdict): number =>
    claims.filter((claim) => claim.verdict === verdict).length;
  const rest = ([["not shown", "answer.not_shown"], ["undecided", "answer.undecided"]] as const)
    .filter(([verdict]) => count(verdict) > 0)
    .map(([verdict, key]) => renderMessage(key, { count: renderNumber(count(verdict)) }));
  const shown = renderMessage("answer.shown", {
    count: renderNumber(count("shown")),
    n: renderNumber(claims.length),
  });
  return `<p class="answer"><span class="answer-head">${renderMessage("answer")}</span> ${
    [shown, ...rest].join(`<span class="dot"> · </span>`)
  }</p>`;
}

function renderClaim(claim: ClaimResult): string {
  const { sentence, size, facts, reading, plot } = describeClaim(claim);
  const effect = size === "" ? "" : `<span class="effect-size">${size}</span> `;
  return `<article class="verdict ${classifyVerdict(claim.verdict)}">` +
    `<p class="verdict-word">${renderVerdict(claim.verdict)}</p>` +
    `<div class="verdict-body"><p class="claim">${sentence}</p>` +
    `<p class="effect">${effect}<span class="effect-facts">${
      joinFacts(facts)
    }</span></p><p class="reason">${reading}</p></div>${plot}</article>`;
}
