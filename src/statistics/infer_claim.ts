import type { Need, TestNumbers, Verdict } from "./claim_result.ts";
import { type DescribedNeed, describeNeed } from "./describe_need.ts";
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
  /** Whether its seeds stand on two sides, so that a further one is one on each. */
  readonly hasSides: boolean;
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
  readonly need: Need | null;
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
    ...(verdict === "undecided" ? findNeed(test, moreSeeds) : { toDecide: null, need: null }),
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

function findNeed({ estimate, hasSides }: ClaimTest, moreSeeds: number | null): DescribedNeed {
  if (estimate.difference === 0) return describeNeed("no_difference", 0, hasSides);
  if (moreSeeds === null) return describeNeed("beyond", MOST_MORE_SEEDS, hasSides);
  return describeNeed("more", moreSeeds, hasSides);
}
