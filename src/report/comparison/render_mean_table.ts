import type { EffectSize } from "../../statistics/mod.ts";
import { formatP } from "../claims/claim_text.ts";
import { headMetric } from "../metric_text.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderInterval, renderNumber } from "../text/render_number.ts";
import { renderVariantName } from "../variants.ts";
import type { ComparedMean, SideMean } from "./comparison_data.ts";
import { isClear } from "./is_clear.ts";
import { renderSide } from "./render_side.ts";

/** Renders every mean of both sides with interval and n, their difference, its effect size and corrected p. */
export function renderMeanTable(
  means: readonly ComparedMean[],
  variants: readonly string[],
): string {
  const head = [
    renderMessage("numbers.variant"),
    renderMessage("compare.metric"),
    renderSide(0),
    renderSide(1),
    "<i>B − A</i>",
    renderMessage("compare.effect"),
    renderMessage("compare.p"),
  ].map((cell) => `<th scope="col">${cell}</th>`);
  const rows = means.map((mean) =>
    `<tr><th scope="row">${
      renderVariantName({ name: mean.variant, index: variants.indexOf(mean.variant) })
    }</th><td>${headMetric(mean.metric)}</td>${mean.sides.map(renderMean).join("")}${
      renderDifference(mean)
    }</tr>`
  );
  return `<details><summary>${
    renderMessage("compare.every_mean")
  }</summary><div class="wide" role="region"${
    renderAttribute("aria-label", "compare.every_mean")
  } tabindex="0"><table class="numbers" data-sortable data-copy><thead><tr>${
    head.join("")
  }</tr></thead><tbody>${rows.join("")}</tbody></table></div></details>`;
}

function renderMean(side: SideMean | null): string {
  if (side === null) return `<td><span class="none">–</span></td>`;
  const { mean, low, high, n } = side;
  const count = `<span class="count">, <i>n</i> = ${renderNumber(n)}</span>`;
  const interval = low === null || high === null
    ? renderMessage("numbers.no_interval")
    : renderInterval(low, high);
  return `<td><span class="mean">${
    renderNumber(mean)
  }</span> <span class="between">${interval}${count}</span></td>`;
}

function renderDifference(mean: ComparedMean): string {
  const { difference } = mean;
  if (difference === null) {
    const same = renderMessage("compare.same");
    return `<td>${same}</td><td>–</td><td>–</td>`;
  }
  const { low, high, effectSize, adjustedP, test, n } = difference;
  const size = renderNumber(difference.difference, { signed: true });
  const count = test === "paired"
    ? renderMessage("claim.pairs", { n: renderNumber(n[0]) })
    : renderMessage("claim.runs", { n: `${renderNumber(n[0])} + ${renderNumber(n[1])}` });
  const interval = low === null ? renderMessage("numbers.no_interval") : renderInterval(low, high);
  return `<td><span class="mean">${isClear(mean) ? "" : `<span class="unit">`}${size}${
    isClear(mean) ? "" : "</span>"
  }</span> <span class="between">${interval}, ${count}</span></td>` +
    `<td>${renderEffect(effectSize)}</td><td>${adjustedP === null ? "–" : formatP(adjustedP)}</td>`;
}

function renderEffect(effect: EffectSize | null): string {
  if (effect === null) return `<span class="none">–</span>`;
  return `${renderNumber(effect.value)} <span class="between">${
    renderInterval(effect.low, effect.high)
  }</span>`;
}
