import { dirname, join } from "node:path";
import type { ClaimResult, ComparisonResult, MeanBoundResult } from "../statistics/mod.ts";
import type { ExperimentSummary } from "./summary.ts";

/**
 * Writes the verdicts of a published experiment as lines for a terminal.
 *
 * @param report Path of its report; `summary.json` lies beside it.
 * @returns A line for each claim, and one more for what would decide an open one; none where the
 * summary was deleted.
 */
export async function readVerdicts(report: string): Promise<string[]> {
  const path = join(dirname(report), "summary.json");
  try {
    const { claims }: ExperimentSummary = JSON.parse(await Deno.readTextFile(path));
    return claims.flatMap(writeVerdict);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

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
  const value = mean === null ? "no value" : `${round(mean)}${writeInterval(claim)}`;
  return `${start} on average: ${value}, n = ${n}${writeP(claim)}`;
}

function describeComparison(claim: ComparisonResult): string {
  const { metric, better, than, difference, n, test } = claim;
  const size = difference === null
    ? "no value"
    : `${difference > 0 ? "+" : ""}${round(difference)}${writeInterval(claim)}`;
  const count = test === "paired" ? `n = ${n[0]} pairs` : `n = ${n[0]} + ${n[1]}`;
  return `${metric} of ${better} against ${than}: ${size}, ${count}${writeP(claim)}`;
}

function writeInterval({ low, high }: ComparisonResult | MeanBoundResult): string {
  return low === null || high === null ? "" : ` [${round(low)}, ${round(high)}]`;
}

function writeP({ adjustedP }: ComparisonResult | MeanBoundResult): string {
  if (adjustedP === null) return "";
  return adjustedP < 0.001 ? ", p < 0.001" : `, p = ${adjustedP.toFixed(3)}`;
}

/** Three significant digits, whole ones never rounded away. */
function round(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
