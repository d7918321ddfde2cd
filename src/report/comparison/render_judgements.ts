import { describeClaim } from "../claims/describe_claim.ts";
import { classifyVerdict, renderVerdict } from "../claims/render_verdict.ts";
import type { ClaimResult } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import type { Both, ComparedExperiment } from "./comparison_data.ts";
import { renderSide } from "./render_side.ts";

/** Renders both verdicts on each claim, and whether they agree; nothing where nothing was claimed. */
export function renderJudgements({ claims }: ComparedExperiment): string {
  if (claims.length === 0) return "";
  return `<h3>${renderMessage("compare.claims")}</h3><div class="wide" role="region"${
    renderAttribute("aria-label", "compare.claims")
  } tabindex="0"><table class="judged"><thead><tr><th scope="col">${
    renderMessage("compare.claims")
  }</th><th scope="col">${renderSide(0)}</th><th scope="col">${renderSide(1)}</th><th scope="col">${
    renderMessage("compare.agreement")
  }</th></tr></thead><tbody>${claims.map(renderRow).join("")}</tbody></table></div>`;
}

function renderRow(pair: Both<ClaimResult | null>): string {
  const [one, other] = pair;
  const isSame = one?.verdict === other?.verdict;
  const agreement = one === null || other === null
    ? "–"
    : `${isSame ? "=" : "≠"} ${
      renderMessage(isSame ? "compare.same_verdict" : "compare.other_verdict")
    }`;
  const { sentence } = describeClaim((one ?? other)!);
  return `<tr><th scope="row">${sentence}</th>${
    pair.map(renderCell).join("")
  }<td class="agreement">${agreement}</td></tr>`;
}

function renderCell(claim: ClaimResult | null): string {
  if (claim === null) {
    return `<td><span class="none">${renderMessage("compare.unregistered")}</span></td>`;
  }
  const { size, facts } = describeClaim(claim);
  return `<td class="${classifyVerdict(claim.verdict)}"><span class="verdict-word">${
    renderVerdict(claim.verdict)
  }</span> ${size === "" ? "" : `<span class="mean">${size}</span>`}${
    facts.map((fact) => `<span class="between">${fact}</span>`).join("")
  }</td>`;
}
