import type { Quantity } from "./describe_divergence.ts";

/** How samples fall into the modes of the data. */
export interface ModeSigns {
  /** What a mode is called. */
  readonly noun: "class" | "mode";
  /** Whether a sample may belong to none, as points do that lie far from all; an image is always of some class. */
  readonly allowsNone?: boolean;
  /** Samples that belong to each mode; those that belong to none are not counted. */
  readonly counts: readonly number[];
  /** All samples. */
  readonly sampleCount: number;
  /** Fair share of each mode, > 0, summing to 1; equal unless given. */
  readonly weights?: readonly number[];
}

/**
 * What was measured on a set of samples, as far as a verdict can rest on it. What was not measured is absent, and nothing
 * is concluded from it.
 */
export interface SampleSigns {
  /** How samples fall into modes. */
  readonly modes?: ModeSigns;
  /** Share of the samples looked at that have a near-duplicate among them, in [0, 1]. */
  readonly nearDuplicateShare?: number;
  /** How many samples were looked at for that. */
  readonly comparedCount?: number;
  /** Total variance over that of real data, >= 0. */
  readonly spreadShare?: number;
  /** Share of samples within the manifold of the data, in [0, 1]. */
  readonly precision?: number;
  /** Share of the data within the manifold of the samples, in [0, 1]. */
  readonly recall?: number;
  /** Mean distance to the nearest training sample, >= 0. */
  readonly nearestTrainingDistance?: number;
}

/** How training went up to a step; medians over the last tenth of the steps. */
export interface TrainingSigns {
  /** The last step that is looked at. */
  readonly step: number;
  /** The discriminator's loss. */
  readonly discriminatorLoss: number;
  /** Mean D(x) and D(G(z)) in [0, 1]; absent where the discriminator's output is no probability. */
  readonly answers?: { readonly real: number; readonly fake: number };
  /** Norm of the generator's gradient. */
  readonly generatorGradient: number;
  /** The largest that norm was over a tenth of the steps. */
  readonly largestGeneratorGradient: number;
  /** The loss or gradient norm that grew most since the start. */
  readonly growth: {
    /** Its column of the history. */
    readonly name: Quantity;
    /** Median over the last tenth of the steps. */
    readonly size: number;
    /** That over the median since the start. */
    readonly factor: number;
  };
}
