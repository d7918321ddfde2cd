import { describeMetric } from "../../metrics/metric_name.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatInterval } from "../format_interval.ts";
import { formatNumber } from "../format_number.ts";
import { drawInterval } from "../interval_plot.ts";
import { lowerLabel } from "../metric_text.ts";
import type { ClaimResult } from "../report_data.ts";

const VERDICTS: Readonly<
  Record<ClaimResult["verdict"], { readonly word: string; readonly mark: string }>
> = {
  "shown": {
    word: "Shown",
    mark: `<circle cx="16" cy="16" r="14"/><path d="M9 16.5l5 5l9.5-11"/>`,
  },
  "not shown": {
    word: "Not shown",
    mark: `<circle cx="16" cy="16" r="14"/><path d="M10.5 10.5l11 11m0-11l-11 11"/>`,
  },
  "undecided": {
    word: "Undecided",
    mark: `<circle cx="16" cy="16" r="14" stroke-dasharray="4 3.3"/>` +
      `<path d="M11.5 12.5a4.5 4.5 0 1 1 6.5 4c-1.6.9-2 1.7-2 3.3m0 4v.1"/>`,
  },
};

const TESTS = { welch: "Welch’s t-test", paired: "paired t-test over seeds" };

/**
 * Renders the verdict on every claim: symbol, word, the claim as a sentence, effect, interval and counts.
 *
 * @param claims Results in the order of the spec.
 * @returns A section, readable from the back of a lecture hall.
 */
export function renderVerdictSection(claims: readonly ClaimResult[]): string {
  if (claims.length === 0) {
    return `<section class="verdicts"><p class="note">The spec registers no claim, so nothing here is ` +
      `decided; the numbers below describe what was seen.</p></section>`;
  }
  return `<section class="verdicts" aria-label="Verdicts on the claims">${
    claims.map(renderClaim).join("")
  }</section>`;
}

function renderClaim(claim: ClaimResult): string {
  const { word, mark } = VERDICTS[claim.verdict];
  const metric = describeMetric(claim.metric);
  const better = escapeHtml(claim.better);
  const than = escapeHtml(claim.than);
  const direction = metric.better ?? "better";
  return `<article class="verdict verdict-${claim.verdict.replace(" ", "-")}">` +
    `<p class="verdict-word"><svg class="mark" viewBox="0 0 32 32" aria-hidden="true">${mark}</svg>${word}</p>` +
    `<div class="verdict-body"><p class="claim">${escapeHtml(capitalize(lowerLabel(metric)))} is ` +
    `${direction} with <b>${better}</b> than with <b>${than}</b></p>` +
    `${renderEffect(claim, metric.unit)}<p class="reason">${readInterval(claim)}</p></div>` +
    `${renderPlot(claim)}</article>`;
}

/** What the interval says; where there is none, the test's own reason for that. */
function readInterval({ low, verdict, reason, than }: ClaimResult): string {
  if (low === null) return escapeHtml(reason);
  if (verdict === "undecided") {
    return "The interval contains 0: these seeds allow an effect in either direction.";
  }
  return verdict === "shown"
    ? "The whole interval lies on the claimed side of 0."
    : `The whole interval lies on the other side of 0, in favour of ${escapeHtml(than)}.`;
}

function capitalize(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

function renderEffect(claim: ClaimResult, unit: string | undefined): string {
  const { difference, low, high, n, test } = claim;
  const interval = low === null ? "no interval" : `95 % interval ${formatInterval(low, high)}`;
  const facts = [
    difference === null ? "no difference to give" : interval,
    test === "paired" ? `n = ${n[0]} pairs` : `n = ${n[0]} + ${n[1]} runs`,
    `${TESTS[test]}${formatP(claim)}`,
  ].map((fact) => `<span class="fact">${fact}</span>`).join(" · ");
  const size = difference === null
    ? ""
    : `<span class="effect-size">${formatNumber(difference, { signed: true })}${
      unit ? ` <span class="unit">${escapeHtml(unit)}</span>` : ""
    }</span> `;
  return `<p class="effect">${size}<span class="effect-facts">${facts}</span></p>`;
}

function formatP({ pValue }: ClaimResult): string {
  if (pValue === null) return "";
  const value = pValue < 1e-3 ? "&lt; 0.001" : `= ${formatNumber(pValue, { digits: 2 })}`;
  return `, <i>p</i> ${value}`;
}

function renderPlot({ difference, low, high, metric, better, than }: ClaimResult): string {
  if (difference === null || low === null || high === null) return "";
  const isLower = describeMetric(metric).better === "lower";
  return drawInterval({ difference, low, high }, {
    below: `for ${isLower ? better : than}`,
    above: `for ${isLower ? than : better}`,
  });
}
