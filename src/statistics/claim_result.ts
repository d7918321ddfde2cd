import type { ComparisonClaim, ThresholdClaim } from "./claim.ts";

/** What the seeds say of a claim. */
export type Verdict = "shown" | "not shown" | "undecided";

/** What every judged claim has. */
export interface Judgement {
  /** Whether the numbers are on the claimed side, on the other, or allow both. */
  readonly verdict: Verdict;
  /** The verdict in one sentence, with its numbers. */
  readonly reason: string;
}

/** A judged claim that one variant is better than another. */
export interface ComparisonResult extends ComparisonClaim, Judgement {
  /**
   * Mean of `better` minus mean of `than`, in units of the metric; null where a side has no value.
   */
  readonly difference: number | null;
  /** Lower end of its 95 % interval; null below 3 seeds. */
  readonly low: number | null;
  /** Upper end of its 95 % interval; null below 3 seeds. */
  readonly high: number | null;
  /** Two-sided p value of "no difference"; null below 3 seeds. */
  readonly pValue: number | null;
  /** Seeds used of `better` and of `than`. */
  readonly n: readonly [number, number];
}

/** A judged claim that the mean of a metric keeps to a bound. */
export interface MeanBoundResult extends ThresholdClaim<"mean">, Judgement {
  /** Mean over seeds; null where no seed has a value. */
  readonly mean: number | null;
  /** Lower end of its 95 % interval; null below 3 seeds. */
  readonly low: number | null;
  /** Upper end of its 95 % interval; null below 3 seeds. */
  readonly high: number | null;
  /** Two-sided p value of "the mean is the bound"; null below 3 seeds. */
  readonly pValue: number | null;
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
  /** Seeds that were run, diverged ones too. */
  readonly n: number;
  /** The value of each seed; null where the run diverged, which counts as a miss. */
  readonly values: Readonly<Record<string, number | null>>;
}

/** A claim with its verdict. */
export type ClaimResult = ComparisonResult | MeanBoundResult | EverySeedResult;
