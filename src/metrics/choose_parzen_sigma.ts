import type { FeatureMatrix } from "./feature_matrix.ts";
import { measureParzen } from "./parzen.ts";

/** The choice, and what it was made from. */
export interface ParzenSigmaChoice {
  /** The best standard deviation; of equals the first. */
  readonly sigma: number;
  /** Mean log-likelihood of the validation points for each candidate. */
  readonly means: readonly number[];
}

/**
 * Chooses the standard deviation of a Parzen window: the candidate under which validation points are
 * most likely.
 *
 * Cost O(s n m d) for s candidates. Test points must not be among the validation points.
 *
 * @param samples The generator's samples, [n, d].
 * @param validation Points of the data, [m, d].
 * @param sigmas Candidates, all > 0; at least 1.
 * @returns The best one, and the mean of each.
 * @throws {TypeError} If the sets differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If there is no candidate, or one is not > 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { chooseParzenSigma } from "./choose_parzen_sigma.ts";
 *
 * const samples = { data: Float64Array.of(0), rows: 1, columns: 1 };
 * const validation = { data: Float64Array.of(-2, 2), rows: 2, columns: 1 };
 * assertEquals(chooseParzenSigma(samples, validation, [1, 2, 3]).sigma, 2);
 * ```
 *
 * Source: Goodfellow et al. 2014, arXiv:1406.2661, section 5.
 */
export function chooseParzenSigma(
  samples: FeatureMatrix,
  validation: FeatureMatrix,
  sigmas: readonly number[],
): ParzenSigmaChoice {
  if (sigmas.length === 0) {
    throw new RangeError(`Cannot choose among "0" sigmas: at least 1 is wanted`);
  }
  const means = sigmas.map((sigma) => measureParzen(samples, validation, { sigma }).mean);
  const best = means.indexOf(Math.max(...means));
  return { sigma: sigmas[best], means };
}
