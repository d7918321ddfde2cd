import { measureKlDivergence } from "./kl_divergence.ts";

/**
 * Measures how far a histogram is from a flat one, in nats: KL(p‖uniform) = Σ p ln (k p) = ln k -
 * H(p).
 *
 * Counts [k]; the result is in [0, ln k]: 0 when flat, ln k when one bin holds everything. Cost
 * O(k).
 *
 * Lower is better for balanced data only; the classes of MNIST are not quite balanced (0.0014 nats
 * in the training split), so read it beside the value of the real data. It says nothing about
 * quality within a class.
 *
 * @param counts Samples of each class.
 * @returns The divergence in nats.
 * @throws {RangeError} If a count is negative, or if all are 0.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureKlToUniform } from "./kl_to_uniform.ts";
 *
 * assertAlmostEquals(measureKlToUniform([7, 7, 0, 0]), Math.log(2));
 * ```
 *
 * Source: Lin et al. 2018, PacGAN, arXiv:1712.04086, section 4.
 */
export function measureKlToUniform(counts: ArrayLike<number>): number {
  return measureKlDivergence(counts, Array.from(counts, () => 1));
}
