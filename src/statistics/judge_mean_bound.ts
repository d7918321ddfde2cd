import { meetsBound, type ThresholdClaim } from "./claim.ts";
import { type ClaimDraft, concludeAlone } from "./claim_draft.ts";
import type { MeanBoundResult, Verdict } from "./claim_result.ts";
import { describeAdjusted, describeInterval, describeP } from "./claim_words.ts";
import { describeNeed } from "./describe_need.ts";
import { formatShort } from "./format_short.ts";
import { type ClaimInference, inferClaim, UNTESTED } from "./infer_claim.ts";
import { LEAST_SEEDS } from "./least_seeds.ts";
import { computeMoments } from "./moments.ts";
import { testOneGroup } from "./test_difference.ts";

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
  return concludeAlone(draftMeanBound(claim, values));
}

/** Tests a mean against its bound, and leaves the verdict until other claims' p values are known. */
export function draftMeanBound(
  claim: ThresholdClaim<"mean">,
  values: Readonly<Record<string, number>>,
): ClaimDraft<MeanBoundResult> {
  const numbers = Object.values(values);
  const n = numbers.length;
  if (n < LEAST_SEEDS) {
    const result = refuseFew(claim, numbers);
    return { pValue: null, conclude: () => result };
  }
  const { mean, sd } = computeMoments(numbers);
  const found = testOneGroup(numbers.map((value) => value - claim.bound));
  // Without spread, a mean on the bound keeps to it, and nothing speaks for the other side.
  const pValue = sd === 0 ? 0 : found.pValue;
  const test = {
    ...found,
    pValue,
    origin: claim.bound,
    decide: (low: number, high: number) => decide(claim, low, high),
    hasSides: false,
  };
  return {
    pValue,
    conclude: (correction) => {
      const inference = inferClaim(test, correction);
      const { verdict, toDecide, need, numbers } = inference;
      const { count } = correction;
      const reason = `${explain(claim, mean, { inference, count })} (t test, ${
        describeP(numbers, count)
      }, ${n} seeds${sd === 0 ? ", no spread between them" : ""}).`;
      return { ...claim, verdict, mean, ...numbers, n, reason, toDecide, need };
    },
  };
}

function refuseFew(claim: ThresholdClaim<"mean">, numbers: readonly number[]): MeanBoundResult {
  const n = numbers.length;
  const mean = n === 0 ? null : computeMoments(numbers).mean;
  const reason = `${n} ${n === 1 ? "seed has" : "seeds have"} a value; ` +
    `at least ${LEAST_SEEDS} are wanted.`;
  const need = describeNeed("least", LEAST_SEEDS, false);
  return { ...claim, verdict: "undecided", mean, ...UNTESTED, n, reason, ...need };
}

function decide(claim: ThresholdClaim, low: number, high: number): Verdict {
  const [isLowMet, isHighMet] = [meetsBound(claim, low), meetsBound(claim, high)];
  if (isLowMet && isHighMet) return "shown";
  return isLowMet || isHighMet ? "undecided" : "not shown";
}

function explain(
  claim: ThresholdClaim,
  mean: number,
  { inference: { verdict, numbers }, count }: {
    readonly inference: ClaimInference;
    readonly count: number;
  },
): string {
  const { bound } = claim;
  const alone = decide(claim, numbers.low, numbers.high);
  const place = {
    "shown": `which is ${claim.side} ${bound}`,
    "not shown": `which is not ${claim.side} ${bound}`,
    "undecided": `which contains ${bound}`,
  }[alone];
  const rest = alone === verdict ? "" : `, but ${describeAdjusted(numbers, count)}`;
  return `${claim.metric} of "${claim.variant}" is ${formatShort(mean)} on average, ${
    describeInterval(numbers)
  }, ${place}${rest}`;
}
