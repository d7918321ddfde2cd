import type { ComparisonClaim } from "./claim.ts";
import type { ComparisonResult } from "./claim_result.ts";
import { formatShort } from "./format_short.ts";
import { LEAST_SEEDS } from "./least_seeds.ts";
import type { MeanDifference } from "./mean_difference.ts";
import { computeMoments } from "./moments.ts";
import { testPaired } from "./paired_test.ts";
import { testWelch } from "./welch_test.ts";

/** What was measured: the metric of both variants by seed, runs that diverged left out. */
export interface ComparisonEvidence {
  /** Values of the claimed better variant. */
  readonly better: Readonly<Record<string, number>>;
  /** Values of the other. */
  readonly than: Readonly<Record<string, number>>;
  /** Which direction of the metric is better. */
  readonly direction: "higher" | "lower";
}

/**
 * Judges a registered claim by the two-sided 95 % interval of the difference of means, `better`
 * minus `than`: `shown` when it lies wholly on the claimed side of 0, `not shown` when wholly on
 * the other, else `undecided`.
 *
 * Below 3 seeds a side nothing is decided. The paired test uses the seeds that both variants have.
 * One claim is judged on its own: with many claims some will be shown by chance, 1 in 40 on the
 * claimed side.
 *
 * @param claim The claim as registered.
 * @param evidence Values by seed, and the better direction.
 * @returns The claim with verdict, numbers and reason.
 * @throws {RangeError} If a value is not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { judgeComparison } from "./judge_comparison.ts";
 *
 * const claim = { metric: "class_entropy", better: "b", than: "a", test: "welch" } as const;
 * const better = { 1: 2.2, 2: 2.3, 3: 2.25 }, than = { 1: 0.5, 2: 0.6, 3: 0.7 };
 * assertEquals(judgeComparison(claim, { better, than, direction: "higher" }).verdict, "shown");
 * assertEquals(judgeComparison(claim, { better, than, direction: "lower" }).verdict, "not shown");
 * ```
 */
export function judgeComparison(
  claim: ComparisonClaim,
  evidence: ComparisonEvidence,
): ComparisonResult {
  const { first, second, dropped } = selectValues(claim, evidence);
  const n = [first.length, second.length] as const;
  if (Math.min(...n) < LEAST_SEEDS) {
    const difference = Math.min(...n) === 0
      ? null
      : computeMoments(first).mean - computeMoments(second).mean;
    const reason = `${describeCount(claim, n)} ${
      claim.test === "paired" ? "have a value on both sides" : "have a value"
    }; at least ${LEAST_SEEDS} are wanted${dropped}.`;
    const nothing = { low: null, high: null, pValue: null };
    return { ...claim, verdict: "undecided", difference, ...nothing, n, reason };
  }
  const found = claim.test === "paired" ? testPaired(first, second) : testWelch(first, second);
  const { difference, low, high, pValue } = found;
  const verdict = decide(found, evidence.direction);
  const numbers = { difference, low, high, pValue, n };
  const reason = `${explain(claim, found)} ${describeTest(claim, { found, n })}${dropped}.`;
  return { ...claim, verdict, ...numbers, reason };
}

/** The values to compare; for the paired test those of common seeds, in one order. */
function selectValues({ test }: ComparisonClaim, { better, than }: ComparisonEvidence) {
  if (test === "welch") {
    return { first: Object.values(better), second: Object.values(than), dropped: "" };
  }
  const common = Object.keys(better).filter((seed) => Object.hasOwn(than, seed));
  const lone = Object.keys({ ...better, ...than }).filter((seed) => !common.includes(seed));
  return {
    first: common.map((seed) => better[seed]),
    second: common.map((seed) => than[seed]),
    dropped: lone.length === 0 ? "" : `, without seed ${lone.join(", ")}, which one side lacks`,
  };
}

function decide({ low, high }: MeanDifference, direction: "higher" | "lower") {
  if (low > 0) return direction === "higher" ? "shown" : "not shown";
  if (high < 0) return direction === "lower" ? "shown" : "not shown";
  return "undecided";
}

function explain({ metric, better, than }: ComparisonClaim, found: MeanDifference): string {
  const { difference, low, high } = found;
  const interval = `95 % interval ${formatShort(low)} to ${formatShort(high)}`;
  const size = formatShort(Math.abs(difference));
  if (low > 0) {
    return `${metric} of "${better}" is higher than of "${than}" by ${size}, ${interval}`;
  }
  if (high < 0) {
    return `${metric} of "${better}" is lower than of "${than}" by ${size}, ${interval}`;
  }
  return `The difference in ${metric}, "${better}" minus "${than}", is ${
    formatShort(difference)
  }, and its ` +
    `${interval} contains 0`;
}

function describeTest(
  claim: ComparisonClaim,
  { found, n }: { found: MeanDifference; n: readonly [number, number] },
): string {
  const name = claim.test === "paired" ? "paired t test" : "Welch's t test";
  const spread = found.low === found.high ? ", no spread between seeds" : "";
  const p = found.pValue < 0.001 ? "p < 0.001" : `p = ${found.pValue.toFixed(3)}`;
  return `(${name}, ${p}, ${describeCount(claim, n)}${spread})`;
}

function describeCount({ test }: ComparisonClaim, n: readonly [number, number]): string {
  return test === "paired" ? `${n[0]} paired seeds` : `${n[0]} and ${n[1]} seeds`;
}
