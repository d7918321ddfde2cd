import type { BallCounts, Neighbourhoods } from "./neighbourhoods.ts";

/** How much of each set lies in the other's manifold. */
export interface PrecisionRecall {
  /** Share of the samples that lie in the ball of a real point, in [0, 1]. */
  readonly precision: number;
  /** Share of the real points that lie in the ball of a sample, in [0, 1]. */
  readonly recall: number;
}

/** Options of `measurePrecisionRecall()`. */
export interface MeasurePrecisionRecallOptions {
  /**
   * Whether a point at exactly the radius lies in a ball. The paper's code counts it, the package
   * `prdc` does not; not counted unless given, so that the four metrics share one rule.
   */
  readonly countsTouching?: boolean;
}

/**
 * Measures improved precision and recall: the share of samples that fall into the manifold of the
 * data, and the share of data that falls into the manifold of the samples. A manifold is the union
 * of balls that reach to each point's k-th nearest neighbour.
 *
 * Both are in [0, 1], higher is better: precision speaks of quality, recall of variety.
 *
 * They depend on k and on both sample counts, so compare equal ones, beside the value of real
 * against real. Of sets in which every point comes more than k times both are 0, equal sets too, unless
 * touching counts. One outlier widens the manifold: a lonely real point has a large ball that holds
 * bad samples, which density counts less. Cost O(m + n) after `compareNeighbourhoods()`.
 *
 * @param neighbourhoods The counts of samples and data.
 * @param options The rule for ties.
 * @returns Precision and recall.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compareNeighbourhoods } from "./neighbourhoods.ts";
 * import { measurePrecisionRecall } from "./precision_recall.ts";
 *
 * // The samples sit on one of two clumps: all are good, half of the data is missed.
 * const real = { data: Float64Array.of(0, 1, 2, 50, 51, 52), rows: 6, columns: 1 };
 * const fake = { data: Float64Array.of(0.5, 1, 1.5, 1), rows: 4, columns: 1 };
 * const counts = compareNeighbourhoods(fake, real, { neighbour: 2 });
 * assertEquals(measurePrecisionRecall(counts), { precision: 1, recall: 1 / 6 });
 * ```
 *
 * Source: Kynkäänniemi et al. 2019, "Improved Precision and Recall Metric for Assessing Generative
 * Models", arXiv:1904.06991, eq. 1 and 2.
 */
export function measurePrecisionRecall(
  neighbourhoods: Neighbourhoods,
  { countsTouching = false }: MeasurePrecisionRecallOptions = {},
): PrecisionRecall {
  const measureShare = (counts: BallCounts) => {
    const balls = countsTouching ? counts.touching : counts.inside;
    return balls.reduce((total, count) => total + Number(count > 0), 0) / balls.length;
  };
  return {
    precision: measureShare(neighbourhoods.realBallsAroundFake),
    recall: measureShare(neighbourhoods.fakeBallsAroundReal),
  };
}
