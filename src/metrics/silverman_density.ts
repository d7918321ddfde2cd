import { CholeskyDecomposition, Matrix } from "ml-matrix";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { computeMeanCovariance } from "./mean_covariance.ts";
import { measureParzen } from "./parzen.ts";
import { requireEqualColumns } from "./require_equal_columns.ts";

/** Log density by Silverman's rule. */
export interface SilvermanDensity {
  /** What the deviations of the samples are scaled by: (n (d + 2) / 4)^(-1 / (d + 4)). */
  readonly factor: number;
  /** Log density at each point, in nats, [m]. */
  readonly values: Float64Array;
}

/**
 * Measures the log density at points of a Gaussian kernel estimate on samples, by Silverman's rule:
 * kernels have the covariance of the samples (over n - 1) times factor².
 *
 * Samples [n, d] and points [m, d]. It needs no choice of σ and suits densities of 1 or 2 features to
 * be drawn or integrated; it blurs separate modes, as their distance widens the kernel.
 * Cost O(n m d + d³).
 *
 * @param samples More rows than features, not all in one plane.
 * @param points Where the density is wanted.
 * @returns The factor and the log densities.
 * @throws {TypeError} If the sets differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If the covariance of the samples is singular.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureSilvermanDensity } from "./silverman_density.ts";
 *
 * const samples = { data: Float64Array.of(-1, 1), rows: 2, columns: 1 };
 * const points = { data: Float64Array.of(0), rows: 1, columns: 1 };
 * const { factor, values } = measureSilvermanDensity(samples, points);
 * const variance = 2 * factor ** 2;
 * assertAlmostEquals(values[0], -1 / (2 * variance) - Math.log(2 * Math.PI * variance) / 2);
 * ```
 *
 * Source: Silverman 1986, "Density Estimation for Statistics and Data Analysis", eq. 4.14.
 */
export function measureSilvermanDensity(
  samples: FeatureMatrix,
  points: FeatureMatrix,
): SilvermanDensity {
  requireEqualColumns(samples, points, "measure the density of");
  const d = samples.columns;
  const { mean, covariance } = computeMeanCovariance(samples);
  const decomposition = new CholeskyDecomposition(Matrix.from1DArray(d, d, covariance));
  const root = Float64Array.from(decomposition.lowerTriangularMatrix.to1DArray());
  if (!decomposition.isPositiveDefinite() || isSingular(root, covariance, samples.rows)) {
    throw new RangeError(
      `Cannot measure the density of samples "[${samples.rows}, ${d}]": their covariance is ` +
        `singular; samples that vary in every direction are wanted`,
    );
  }
  const factor = (samples.rows * (d + 2) / 4) ** (-1 / (d + 4));
  const whitened = [samples, points].map((set) => whiten(set, mean, root));
  const { values } = measureParzen(whitened[0], whitened[1], { sigma: factor });
  let logVolume = 0;
  for (let k = 0; k < d; k++) logVolume += Math.log(root[k * d + k]);
  return { factor, values: values.map((value) => value - logVolume) };
}

/** Whether a feature varies with those before it alone: what is left of its variance is rounding of a sum over the rows. */
function isSingular(root: Float64Array, covariance: Float64Array, rows: number): boolean {
  const d = Math.sqrt(root.length);
  const diagonal = Array.from({ length: d }, (_, k) => k * d + k);
  return diagonal.some((at) => !(root[at] ** 2 > rows * Number.EPSILON * covariance[at]));
}

/** Solves root z = x - mean for each row x, by forward substitution. */
function whiten(
  { data, rows, columns: d }: FeatureMatrix,
  mean: Float64Array,
  root: Float64Array,
): FeatureMatrix {
  const whitened = new Float64Array(rows * d);
  for (let offset = 0; offset < rows * d; offset += d) {
    for (let k = 0; k < d; k++) {
      let value = data[offset + k] - mean[k];
      for (let j = 0; j < k; j++) value -= root[k * d + j] * whitened[offset + j];
      whitened[offset + k] = value / root[k * d + k];
    }
  }
  return { data: whitened, rows, columns: d };
}
