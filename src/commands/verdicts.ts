import type { ClaimResult, ComparisonResult, MeanBoundResult } from "../statistics/mod.ts";
import { roundValue } from "./round_value.ts";

/** Writes one claim: the verdict, the claim, its number with interval, n and p. */
export function writeVerdict(claim: ClaimResult): string[] {
  const line = `${claim.verdict.padEnd(9)}  ${describe(claim)}`;
  return claim.toDecide === null ? [line] : [line, `${" ".repeat(11)}${claim.toDecide}`];
}

function describe(claim: ClaimResult): string {
  if (!("variant" in claim)) return describeComparison(claim);
  const start = `${claim.metric} of ${claim.variant} ${claim.side} ${claim.bound}`;
  if (claim.on === "every seed") return `${start} on every seed: ${claim.held} of ${claim.n}`;
  const { mean, n } = claim;
  const value = mean === null ? "no value" : `${roundValue(mean)}${writeInterval(claim)}`;
  return `${start} on average: ${value}, n = ${n}${writeP(claim)}`;
}

function describeComparison(claim: ComparisonResult): string {
  const { metric, better, than, difference, n, test } = claim;
  const size = difference === null
    ? "no value"
    : `${difference > 0 ? "+" : ""}${roundValue(difference)}${writeInterval(claim)}`;
  const count = test === "paired" ? `n = ${n[0]} pairs` : `n = ${n[0]} + ${n[1]}`;
  return `${metric} of ${better} against ${than}: ${size}, ${count}${writeP(claim)}`;
}

function writeInterval({ low, high }: ComparisonResult | MeanBoundResult): string {
  return low === null || high === null ? "" : ` [${roundValue(low)}, ${roundValue(high)}]`;
}

function writeP({ adjustedP }: ComparisonResult | MeanBoundResult): string {
  if (adjustedP === null) return "";
  return adjustedP < 0.001 ? ", p < 0.001" : `, p = ${adjustedP.toFixed(3)}`;
}
