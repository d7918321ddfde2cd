/** How many samples fall to each mode of a mixture. */
export interface ModeCounts {
  /** Samples whose nearest centre is the mode, [k]. */
  readonly nearest: number[];
  /** Those of them within 3 standard deviations of it, [k]. */
  readonly highQuality: number[];
}

/** Options of `countModes()`. */
export interface CountModesOptions {
  /** The standard deviation of every mode, along each axis. */
  readonly standardDeviation: number;
}

/** A sample of high quality lies within this many standard deviations of its nearest centre. */
export const HIGH_QUALITY_RADIUS = 3;

/**
 * Counts the samples of each mode of a 2-D Gaussian mixture: each sample goes to its nearest
 * centre, and is of high quality when its L2 distance to that centre is <= 3 standard deviations.
 *
 * Samples [n, 2] and centres [k, 2], row-major, in the units of the plane. Of equal distances the
 * lowest mode wins. Cost O(n k).
 *
 * In two dimensions even perfect samples are of high quality for 98.9 % only: 1 - exp(-9/2).
 *
 * @param samples The points, `x, y` one after the other.
 * @param centres The centres of the modes, likewise; at least 1.
 * @param options The standard deviation of the modes.
 * @returns The counts of nearest and of high-quality samples.
 * @throws {RangeError} If the standard deviation is not > 0, there is no centre, or a coordinate is not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { countModes } from "./modes.ts";
 *
 * const samples = [0, 0.2, 0, 0.4, 5, 5];
 * const counts = countModes(samples, [0, 0, 5, 5, 9, 9], { standardDeviation: 0.1 });
 * assertEquals(counts, { nearest: [2, 1, 0], highQuality: [1, 1, 0] });
 * ```
 *
 * Source: Srivastava et al. 2017, VEEGAN, arXiv:1705.07761, section 4.1.
 */
export function countModes(
  samples: ArrayLike<number>,
  centres: ArrayLike<number>,
  options: CountModesOptions,
): ModeCounts {
  const { standardDeviation } = options;
  requirePoints(samples, centres);
  if (!(standardDeviation > 0 && standardDeviation < Infinity)) {
    throw new RangeError(
      `Cannot count modes with "standardDeviation": value is ${standardDeviation}; ` +
        `a finite number > 0 is wanted`,
    );
  }
  const radius = HIGH_QUALITY_RADIUS * standardDeviation;
  const nearest: number[] = Array(centres.length / 2).fill(0);
  const highQuality = nearest.slice();
  for (let i = 0; i < samples.length; i += 2) {
    let best = 0, least = Infinity;
    for (let c = 0; c < centres.length; c += 2) {
      const square = (samples[i] - centres[c]) ** 2 + (samples[i + 1] - centres[c + 1]) ** 2;
      if (square < least) {
        least = square;
        best = c / 2;
      }
    }
    nearest[best]++;
    if (Math.sqrt(least) <= radius) highQuality[best]++;
  }
  return { nearest, highQuality };
}

function requirePoints(samples: ArrayLike<number>, centres: ArrayLike<number>): void {
  if (centres.length === 0) {
    throw new RangeError(`Cannot count modes in "centres": there is none; at least 1 is wanted`);
  }
  for (const [name, points] of Object.entries({ samples, centres })) {
    if (points.length % 2 === 1) {
      throw new RangeError(
        `Cannot count modes in "${name}": it holds ${points.length} numbers; 2 for each point are wanted`,
      );
    }
    for (let i = 0; i < points.length; i++) {
      if (!Number.isFinite(points[i])) {
        throw new RangeError(
          `Cannot count modes at "${name}[${i}]": value is ${points[i]}; a finite number is wanted`,
        );
      }
    }
  }
}
