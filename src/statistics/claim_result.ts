import type { ComparisonClaim, ThresholdClaim } from "./claim.ts";
import type { Statement } from "../statements/statement.ts";
import type { EffectSize } from "./effect_size.ts";

/** What the seeds say of a claim. */
export type Verdict = "shown" | "not shown" | "undecided";

/** What would decide a claim: a message, and how many seeds it speaks of. */
export type Need = Statement<NeedName>;

/** Such a message: with `_a_side` where two variants are compared. */
export type NeedName = `need.${
  | "least"
  | "least_a_side"
  | "more"
  | "more_a_side"
  | "beyond"
  | "beyond_a_side"
  | "no_difference"}`;

/** What every judged claim has. */
export interface Judgement {
  /** Whether the numbers are on the claimed side, on the other, or allow both. */
  readonly verdict: Verdict;
  /** The verdict in one sentence, with its numbers. */
  readonly reason: string;
  /** What would decide the claim, in one sentence; null where it is decided. */
  readonly toDecide: string | null;
  /** The same as data, for other languages; null where it is decided. */
  readonly need: Need | null;
}

/** An interval that allows for the other claims of the experiment. */
export interface AdjustedInterval {
  /** Its coverage, from 0.95 up. */
  readonly level: number;
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
}

/** What a test of means found; null below 3 seeds. */
export interface TestNumbers {
  /** Lower end of the 95 % interval. */
  readonly low: number | null;
  /** Upper end of the 95 % interval. */
  readonly high: number | null;
  /** Two-sided p value of "no difference", or of "the mean is the bound"; 0 where values without spread keep to it. */
  readonly pValue: number | null;
  /** The same after Holm's correction for the claims that were tested with it. */
  readonly adjustedP: number | null;
  /** The interval that the verdict goes by. */
  readonly adjusted: AdjustedInterval | null;
  /** The difference in standard deviations of the seeds; null also where there is no spread. */
  readonly effectSize: EffectSize | null;
  /** p value of the test of ranks that needs no normal values: Mann-Whitney, or signed ranks. */
  readonly rankP: number | null;
  /** Seeds more a side that would decide it with a power of 80 %; null where over 100, or decided. */
  readonly moreSeeds: number | null;
}

/** A judged claim that one variant is better than another. */
export interface ComparisonResult extends ComparisonClaim, Judgement, TestNumbers {
  /**
   * Mean of `better` minus mean of `than`, in units of the metric; null where a side has no value.
   */
  readonly difference: number | null;
  /**
   * Cliff's delta, -1 to 1: share of pairs of runs in which `better` has the larger value, minus the
   * share in which it has the smaller; null below 3 seeds.
   */
  readonly dominance: number | null;
  /** Seeds used of `better` and of `than`. */
  readonly n: readonly [number, number];
  /** Seeds with a value on one side only, which a paired test leaves out. */
  readonly unpaired: readonly string[];
}

/** A judged claim that the mean of a metric keeps to a bound. */
export interface MeanBoundResult extends ThresholdClaim<"mean">, Judgement, TestNumbers {
  /** Mean over seeds; null where no seed has a value. */
  readonly mean: number | null;
  /** Seeds with a value. */
  readonly n: number;
}

/** A judged claim that a metric keeps to a bound on every seed. */
export interface EverySeedResult extends ThresholdClaim<"every seed">, Judgement {
  /** Seeds that keep to the bound. */
  readonly held: number;
  /** Lower end of the 95 % interval of the share of all possible seeds that do; null below 3. */
  readonly low: number | null;
  /** Upper end of it. */
  readonly high: number | null;
  /** Seeds that were run, also those without a value. */
  readonly n: number;
  /** The value of each seed; null where the run diverged or gave none, which counts as a miss. */
  readonly values: Readonly<Record<string, number | null>>;
}

/** A claim with its verdict. */
export type ClaimResult = ComparisonResult | MeanBoundResult | EverySeedResult;
