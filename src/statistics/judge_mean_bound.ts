import { meetsBound, type ThresholdClaim } from "./claim.ts";
import type { MeanBoundResult, Verdict } from "./claim_result.ts";
import { formatShort } from "./format_short.ts";
import { LEAST_SEEDS } from "./least_seeds.ts";
import { inferDifference } from "./mean_difference.ts";
import { computeMoments } from "./moments.ts";

/**
 * Judges a claim that the mean of a metric keeps to a bound, by Student's 95 % interval of the
 * mean: `shown` when it lies wholly on the claimed side (the bound belongs to it), `not shown` when
 * wholly on the other, else `undecided`.
 *
 * Below 3 seeds nothing is decided. Runs that diverged have no value and are left out.
 *
 * @param claim The claim as registered.
 * @param values The value of each seed that has one.
 * @returns The claim with verdict, numbers and reason.
 * @throws {RangeError} If a value is not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { judgeMeanBound } from "./judge_mean_bound.ts";
 *
 * const claim = {
 *   metric: "modes_covered_20",
 *   variant: "vanilla",
 *   side: "at most",
 *   bound: 2.5,
 *   on: "mean",
 * } as const;
 * assertEquals(judgeMeanBound(claim, { 1: 1, 2: 2, 3: 1, 4: 2 }).verdict, "shown");
 * assertEquals(judgeMeanBound(claim, { 1: 1, 2: 2, 3: 4, 4: 2 }).verdict, "undecided");
 * ```
 */
export function judgeMeanBound(
  claim: ThresholdClaim<"mean">,
  values: Readonly<Record<string, number>>,
): MeanBoundResult {
  const numbers = Object.values(values);
  const n = numbers.length;
  if (n < LEAST_SEEDS) {
    const mean = n === 0 ? null : computeMoments(numbers).mean;
    const reason = `${n} ${n === 1 ? "seed has" : "seeds have"} a value; ` +
      `at least ${LEAST_SEEDS} are wanted.`;
    const nothing = { low: null, high: null, pValue: null };
    return { ...claim, verdict: "undecided", mean, ...nothing, n, reason };
  }
  const { mean, sd } = computeMoments(numbers);
  const found = inferDifference({
    difference: mean - claim.bound,
    standardError: sd! / Math.sqrt(n),
    degreesOfFreedom: n - 1,
  }, 0.95);
  const low = found.low + claim.bound, high = found.high + claim.bound;
  const verdict = decide(claim, low, high);
  // Without spread, a mean on the bound keeps to it, and nothing speaks for the other side.
  const pValue = low === high ? 0 : found.pValue;
  const reason = `${explain(claim, { mean, low, high })} (t test, ${describeP(pValue)}, ${n} seeds${
    low === high ? ", no spread between them" : ""
  }).`;
  return { ...claim, verdict, mean, low, high, pValue, n, reason };
}

function decide(claim: ThresholdClaim, low: number, high: number): Verdict {
  const [isLowMet, isHighMet] = [meetsBound(claim, low), meetsBound(claim, high)];
  if (isLowMet && isHighMet) return "shown";
  return isLowMet || isHighMet ? "undecided" : "not shown";
}

function explain(
  claim: ThresholdClaim,
  { mean, low, high }: { mean: number; low: number; high: number },
): string {
  const interval = `95 % interval ${formatShort(low)} to ${formatShort(high)}`;
  const place = {
    "shown": `which is ${claim.side} ${formatShort(claim.bound)}`,
    "not shown": `which is not ${claim.side} ${formatShort(claim.bound)}`,
    "undecided": `which contains ${formatShort(claim.bound)}`,
  }[decide(claim, low, high)];
  return `${claim.metric} of "${claim.variant}" is ${
    formatShort(mean)
  } on average, ${interval}, ${place}`;
}

function describeP(pValue: number): string {
  return pValue < 0.001 ? "p < 0.001" : `p = ${pValue.toFixed(3)}`;
}
