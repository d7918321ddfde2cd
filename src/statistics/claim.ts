// Type aliases, as interfaces cannot be assigned to JSON types.

/** A claim that one variant is better than another by a metric, as it was registered. */
export type ComparisonClaim = {
  /** Name of the metric. */
  readonly metric: string;
  /** The variant that is claimed to be better. */
  readonly better: string;
  /** The variant that it is compared with. */
  readonly than: string;
  /** How the two are compared. */
  readonly test: "welch" | "paired";
};

/** What of a variant's values a threshold claim is about. */
export type ThresholdScope = "mean" | "every seed";

/** A claim that a metric of one variant keeps to a bound, as it was registered. */
export type ThresholdClaim<Scope extends ThresholdScope = ThresholdScope> = {
  /** Name of the metric. */
  readonly metric: string;
  /** The variant that the claim is about. */
  readonly variant: string;
  /** The side of the bound on which the metric is claimed to be; the bound itself belongs to it. */
  readonly side: "at least" | "at most";
  /** The bound, in units of the metric. */
  readonly bound: number;
  /** Whether the mean over seeds is meant, or the value of every seed. */
  readonly on: Scope;
};

/** A claim as it was registered. */
export type Claim = ComparisonClaim | ThresholdClaim;

/** Whether a claim, or a judged one, is about a bound. */
export function isThreshold<Kind extends Claim>(
  claim: Kind,
): claim is Extract<Kind, ThresholdClaim> {
  return "variant" in claim;
}

/** Whether a value is on the claimed side of the bound, or on it. */
export function meetsBound(
  { side, bound }: Pick<ThresholdClaim, "side" | "bound">,
  value: number,
): boolean {
  return side === "at least" ? value >= bound : value <= bound;
}
