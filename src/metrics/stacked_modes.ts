import { countClasses } from "./class_histogram.ts";
import { measureKlToUniform } from "./kl_to_uniform.ts";

/** What the classes of the channels say about stacked images. */
export interface StackedModes {
  /** Samples of each mode, [classCount ^ channels]; the first channel counts most: red 1, green 2, blue 3 is mode 123. */
  readonly counts: readonly number[];
  /** Modes with at least 1 sample. */
  readonly captured: number;
  /** KL of the samples' histogram over modes to a flat one, in nats, in [0, ln modes]. */
  readonly reverseKl: number;
}

/** Options of `measureStackedModes()`. */
export interface MeasureStackedModesOptions {
  /** Digits in a stack. */
  readonly channels: number;
  /** Classes of a digit. */
  readonly classCount: number;
}

/**
 * Measures how many of the modes of stacked images samples capture, and how evenly: a mode is one class for each channel,
 * so that three channels of ten classes make 1,000.
 *
 * Labels [n, channels], whole numbers in [0, classCount). Cost O(n + modes).
 *
 * One sample captures a mode, so the number grows with the sample count; published numbers are of 26,000 samples (25,600
 * in Metz et al.). The divergence does not reach 0 for even data either: n samples of k equal modes give about (k - 1) /
 * 2n, 0.019 nats for 26,000 of 1,000. A judge takes noise for some class too: images that are no digits capture modes.
 *
 * @param labels The class of each channel of each sample.
 * @param options Channels and classes.
 * @returns Counts, modes captured, and the divergence.
 * @throws {RangeError} If there is no sample, a label is no class, or the labels are not of so many channels.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureStackedModes } from "./stacked_modes.ts";
 *
 * const labels = [0, 1, 1, 1, 0, 1];
 * const { captured, reverseKl } = measureStackedModes(labels, { channels: 2, classCount: 2 });
 * assertEquals(captured, 2);
 * assertEquals(reverseKl.toFixed(4), "0.7498");
 * ```
 *
 * Source: Metz et al. 2017, arXiv:1611.02163, section 3.3.1; Srivastava et al. 2017, arXiv:1705.07761, section 4.2.
 */
export function measureStackedModes(
  labels: ArrayLike<number>,
  options: MeasureStackedModesOptions,
): StackedModes {
  const { channels, classCount } = options;
  if (labels.length === 0 || labels.length % channels !== 0) {
    throw new RangeError(
      `Cannot measure the modes of ${labels.length} labels: ${channels} for each sample are wanted, of at least 1 sample`,
    );
  }
  const modes = new Uint32Array(labels.length / channels);
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at];
    if (!(Number.isInteger(label) && label >= 0 && label < classCount)) {
      throw new RangeError(
        `Cannot measure modes at "labels[${at}]": value is ${label}; a whole number from 0 to ${
          classCount - 1
        } is wanted`,
      );
    }
    const row = Math.floor(at / channels);
    modes[row] = modes[row] * classCount + label;
  }
  const counts = countClasses(modes, classCount ** channels);
  return {
    counts,
    captured: counts.filter((count) => count > 0).length,
    reverseKl: measureKlToUniform(counts),
  };
}
