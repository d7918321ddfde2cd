import { measureJensenShannon } from "./jensen_shannon.ts";
import { measureKlDivergence } from "./kl_divergence.ts";
import type { ModeCounts } from "./modes.ts";

/** What the modes say about a set of samples. */
export interface ModeStatistics {
  /** Modes with at least 1 high-quality sample. */
  readonly modesCovered: number;
  /** Modes with at least 20 high-quality samples. */
  readonly modesCovered20: number;
  /** High-quality samples over all samples, in [0, 1]. */
  readonly highQualityShare: number;
  /**
   * KL of the high-quality histogram to the weights, in nats; null where no sample is of high
   * quality.
   */
  readonly reverseKl: number | null;
  /** KL of the histogram of all samples over nearest modes to the weights, in nats. */
  readonly reverseKlAll: number;
  /** Jensen-Shannon divergence of that histogram and the weights, in nats. */
  readonly jensenShannon: number;
}

/** Options of `measureModes()`. */
export interface MeasureModesOptions {
  /** The weights of the mixture, [k], all > 0; equal ones unless given. */
  readonly weights?: ArrayLike<number>;
}

/**
 * Measures modes covered, share of high quality, reverse KL and Jensen-Shannon divergence from the
 * counts of `countModes()`.
 *
 * Reverse KL is KL(h‖w) = Σ h ln (h / w) with h the shares of high-quality samples over modes, and
 * w the weights of the mixture; in nats, [0, ∞). Without a high-quality sample it is null:
 * undefined, not 0.
 *
 * Papers differ in whose histogram it is: PacGAN's text takes all samples by their nearest mode, its
 * code those of high quality. Both are here.
 *
 * One stray sample covers a mode, so "covered by 20" stands beside it; both grow with the sample
 * count. The reverse KL leaves out bad samples: read it with the share, as 3 good points in equal
 * modes give 0. Cost O(k).
 *
 * @param counts The counts of each mode.
 * @param options The weights of the mixture, when they are not equal.
 * @returns The statistics.
 * @throws {RangeError} If there is no sample, or a weight is not > 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureModes } from "./mode_statistics.ts";
 *
 * const { modesCovered, highQualityShare, reverseKl, reverseKlAll } = measureModes({
 *   nearest: [40, 40, 40],
 *   highQuality: [30, 30, 0],
 * });
 * assertEquals([modesCovered, highQualityShare], [2, 0.5]);
 * assertEquals([reverseKl, reverseKlAll], [Math.log(1.5), 0]);
 * ```
 *
 * Source: Srivastava et al. 2017, VEEGAN, arXiv:1705.07761; Lin et al. 2018, PacGAN,
 * arXiv:1712.04086, section 4.1.
 */
export function measureModes(
  counts: ModeCounts,
  options: MeasureModesOptions = {},
): ModeStatistics {
  const { nearest, highQuality } = counts;
  const weights = Array.from(options.weights ?? highQuality.map(() => 1));
  const bad = weights.findIndex((weight) => !(weight > 0));
  if (bad >= 0) {
    throw new RangeError(
      `Cannot measure modes with "weights[${bad}]": value is ${
        weights[bad]
      }; a number > 0 is wanted`,
    );
  }
  const sampleCount = addCounts(nearest);
  if (sampleCount === 0) {
    throw new RangeError(`Cannot measure modes of "nearest": there is no sample; 1 is wanted`);
  }
  const goodCount = addCounts(highQuality);
  return {
    modesCovered: highQuality.filter((count) => count >= 1).length,
    modesCovered20: highQuality.filter((count) => count >= 20).length,
    highQualityShare: goodCount / sampleCount,
    reverseKl: goodCount === 0 ? null : measureKlDivergence(highQuality, weights),
    reverseKlAll: measureKlDivergence(nearest, weights),
    jensenShannon: measureJensenShannon(nearest, weights),
  };
}

function addCounts(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
