import type { TestNumbers, Verdict } from "./claim_result.ts";
import type { EffectSize } from "./effect_size.ts";
import { type EstimatedDifference, inferDifference } from "./mean_difference.ts";
import { findMoreSeeds, MOST_MORE_SEEDS } from "./power.ts";

/** A claim's test before it is corrected for others. */
export interface ClaimTest {
  /** What the mean, or the difference, is held against: a bound, or 0. */
  readonly origin: number;
  /** The difference from it, with its error. */
  readonly estimate: EstimatedDifference;
  /** p value of "there is none". */
  readonly pValue: number;
  /** The error that so many more seeds a side would leave, at the same spread. */
  readonly errorWith: (more: number) => Omit<EstimatedDifference, "difference">;
  /** The difference in standard deviations. */
  readonly effectSize: EffectSize | null;
  /** p value of the test of ranks. */
  readonly rankP: number;
  /** Verdict by an interval. */
  readonly decide: (low: number, high: number) => Verdict;
  /** What a further seed is called: "seeds a side", "seeds". */
  readonly unit: string;
}

/** What the other claims of the experiment leave of a test. */
export interface Correction {
  /** Claims that were tested together, this one too. */
  readonly count: number;
  /** p value after Holm's correction. */
  readonly adjustedP: number;
  /** Coverage of the interval that the verdict goes by. */
  readonly level: number;
}

/** Verdict and numbers of a test. */
export interface ClaimInference {
  readonly verdict: Verdict;
  readonly toDecide: string | null;
  readonly numbers: TestNumbers & { readonly low: number; readonly high: number };
}

/** What a claim has that is not tested, for want of seeds. */
export const UNTESTED: Readonly<Record<keyof TestNumbers, null>> = {
  low: null,
  high: null,
  pValue: null,
  adjustedP: null,
  adjusted: null,
  effectSize: null,
  rankP: null,
  moreSeeds: null,
};

/** Decides a tested claim by the interval that allows for the other claims. */
export function inferClaim(test: ClaimTest, correction: Correction): ClaimInference {
  const { pValue, effectSize, rankP } = test;
  const { adjustedP, level } = correction;
  const { low, high } = locateInterval(test, 0.95);
  const adjusted = { level, ...locateInterval(test, level) };
  const verdict = test.decide(adjusted.low, adjusted.high);
  const isOpen = verdict === "undecided" && test.estimate.difference !== 0;
  const moreSeeds = isOpen ? countMoreSeeds(test, level) : null;
  return {
    verdict,
    toDecide: verdict === "undecided" ? describeNeed(test, moreSeeds) : null,
    numbers: { low, high, pValue, adjustedP, adjusted, effectSize, rankP, moreSeeds },
  };
}

function locateInterval({ estimate, origin }: ClaimTest, level: number) {
  const { low, high } = inferDifference(estimate, level);
  return { low: low + origin, high: high + origin };
}

function countMoreSeeds({ estimate, errorWith }: ClaimTest, level: number): number | null {
  const { difference } = estimate;
  return findMoreSeeds((more) => ({ difference, ...errorWith(more), level }));
}

function describeNeed({ estimate, unit }: ClaimTest, moreSeeds: number | null): string {
  if (estimate.difference === 0) {
    return "The difference seen is 0, so that nothing says how many seeds would decide.";
  }
  const assumption = "if difference and spread stay as seen";
  if (moreSeeds === null) {
    return `More than ${MOST_MORE_SEEDS} more ${unit} would be needed for a power of 80 %, ${assumption}.`;
  }
  return `About ${moreSeeds} more ${unit} would decide with a power of 80 %, ${assumption}.`;
}
