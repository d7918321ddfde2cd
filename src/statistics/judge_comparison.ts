import type { ComparisonClaim } from "./claim.ts";
import { type ClaimDraft, concludeAlone } from "./claim_draft.ts";
import type { ComparisonResult, Verdict } from "./claim_result.ts";
import { describeAdjusted, describeInterval, describeP } from "./claim_words.ts";
import { describeNeed } from "./describe_need.ts";
import { computeDominance } from "./dominance.ts";
import { formatShort } from "./format_short.ts";
import { type ClaimInference, type Correction, inferClaim, UNTESTED } from "./infer_claim.ts";
import { LEAST_SEEDS } from "./least_seeds.ts";
import { computeMoments } from "./moments.ts";
import { testDifference } from "./test_difference.ts";

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
 * Judges a registered comparison by the two-sided interval of the difference of means, `better`
 * minus `than`: `shown` when it lies wholly on the claimed side of 0, `not shown` when wholly on
 * the other, else `undecided`.
 *
 * Below 3 seeds a side nothing is decided. The paired test uses the seeds that both variants have.
 * The claim is taken for the only one; `judgeClaims()` widens the interval for others.
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
  return concludeAlone(draftComparison(claim, evidence));
}

/** Tests a comparison, and leaves the verdict until the p values of other claims are known. */
export function draftComparison(
  claim: ComparisonClaim,
  evidence: ComparisonEvidence,
): ClaimDraft<ComparisonResult> {
  const { first, second, unpaired } = selectValues(claim, evidence);
  const n = [first.length, second.length] as const;
  if (Math.min(...n) < LEAST_SEEDS) {
    const result = refuseFew(claim, { first, second, unpaired });
    return { pValue: null, conclude: () => result };
  }
  const decide = (low: number, high: number): Verdict => {
    const side = low > 0 ? "higher" : high < 0 ? "lower" : null;
    return side === null ? "undecided" : side === evidence.direction ? "shown" : "not shown";
  };
  const test = { ...testDifference(first, second, claim), decide };
  const { difference } = test.estimate;
  const dominance = computeDominance(first, second);
  return {
    pValue: test.pValue,
    conclude: (correction) => {
      const inference = inferClaim(test, correction);
      const { verdict, toDecide, need, numbers } = inference;
      const reason = `${explain(claim, difference, { inference, correction })} ${
        describeTest(claim, n, { inference, correction })
      }${describeUnpaired(unpaired)}.`;
      const found = { verdict, difference, ...numbers, dominance, n, unpaired };
      return { ...claim, ...found, reason, toDecide, need };
    },
  };
}

interface SelectedValues {
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Seeds that have no partner. */
  readonly unpaired: readonly string[];
}

/** The values to compare; for the paired test those of common seeds, in one order. */
function selectValues(
  { test }: ComparisonClaim,
  { better, than }: ComparisonEvidence,
): SelectedValues {
  if (test === "welch") {
    return { first: Object.values(better), second: Object.values(than), unpaired: [] };
  }
  const common = Object.keys(better).filter((seed) => Object.hasOwn(than, seed));
  const lone = Object.keys({ ...better, ...than }).filter((seed) => !common.includes(seed));
  return {
    first: common.map((seed) => better[seed]),
    second: common.map((seed) => than[seed]),
    unpaired: lone,
  };
}

function describeUnpaired(seeds: readonly string[]): string {
  return seeds.length === 0 ? "" : `, without seed ${seeds.join(", ")}, which one side lacks`;
}

function refuseFew(
  claim: ComparisonClaim,
  { first, second, unpaired }: SelectedValues,
): ComparisonResult {
  const n = [first.length, second.length] as const;
  const difference = Math.min(...n) === 0
    ? null
    : computeMoments(first).mean - computeMoments(second).mean;
  const reason = `${describeCount(claim, n)} ${
    claim.test === "paired" ? "have a value on both sides" : "have a value"
  }; at least ${LEAST_SEEDS} are wanted${describeUnpaired(unpaired)}.`;
  const need = describeNeed("least", LEAST_SEEDS, true);
  const nothing = { ...UNTESTED, dominance: null };
  return { ...claim, verdict: "undecided", difference, ...nothing, n, unpaired, reason, ...need };
}

interface Outcome {
  readonly inference: ClaimInference;
  readonly correction: Correction;
}

function explain(
  { metric, better, than }: ComparisonClaim,
  difference: number,
  { inference: { verdict, numbers }, correction }: Outcome,
): string {
  const interval = describeInterval(numbers);
  if (verdict !== "undecided") {
    const direction = difference > 0 ? "higher" : "lower";
    return `${metric} of "${better}" is ${direction} than of "${than}" by ${
      formatShort(Math.abs(difference))
    }, ${interval}`;
  }
  const start = `The difference in ${metric}, "${better}" minus "${than}", is ${
    formatShort(difference)
  }`;
  return numbers.low <= 0 && numbers.high >= 0
    ? `${start}, and its ${interval} contains 0`
    : `${start}, ${interval}, but ${describeAdjusted(numbers, correction.count)}`;
}

function describeTest(
  claim: ComparisonClaim,
  n: readonly [number, number],
  { inference: { numbers }, correction: { count } }: Outcome,
): string {
  const name = claim.test === "paired" ? "paired t test" : "Welch's t test";
  const spread = numbers.low === numbers.high ? ", no spread between seeds" : "";
  return `(${name}, ${describeP(numbers, count)}, ${describeCount(claim, n)}${spread})`;
}

function describeCount({ test }: ComparisonClaim, n: readonly [number, number]): string {
  return test === "paired" ? `${n[0]} paired seeds` : `${n[0]} and ${n[1]} seeds`;
}
