import { centreRows } from "./centre_rows.ts";
import { computeMean } from "./compute_mean.ts";
import { scanPairProducts } from "./distances/pair_products.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { measureNorms } from "./measure_norms.ts";
import { requireEqualColumns } from "./require_equal_columns.ts";
import { requireFeatures } from "./require_features.ts";

/** Options of `measureParzen()`. */
export interface ParzenOptions {
  /** Standard deviation of the Gaussian around each sample, > 0, in units of the features. */
  readonly sigma: number;
}

/** Log-likelihood under a Parzen window. */
export interface ParzenLikelihood {
  /** Mean over the test points, in nats. */
  readonly mean: number;
  /** Standard error of that mean, over m - 1; null for one test point. */
  readonly standardError: number | null;
  /** Log-likelihood of each test point, [m]. */
  readonly values: Float64Array;
}

/**
 * Measures the log-likelihood of test points under a Parzen window on samples: log (1 / n) Σ N (t;
 * x, σ² I), in nats.
 *
 * Samples [n, d] and test points [m, d]. Higher is better. Sums are taken relative to their largest
 * term, so a point 60 σ off gets its -2,000 nats rather than -Infinity.
 *
 * The 2014 GAN paper reported it, with σ chosen by `chooseParzenSigma()`; it is kept for that
 * comparison. In many dimensions it needs hopelessly many samples and ranks models wrongly: samples
 * that copy cluster centres beat the data itself. The paper's code divides by m in the standard
 * error. Cost O(n m d): 3 s for 10,000 samples and test points of 128.
 *
 * @param samples The generator's samples.
 * @param test Points of the data.
 * @param options The standard deviation.
 * @returns Mean, standard error, and values.
 * @throws {TypeError} If the sets differ in their columns, or hold NaN or Infinity.
 * @throws {RangeError} If a set is empty, σ is not > 0 or its square has no inverse, or a point lies so far off that its
 * log-likelihood leaves float64's range.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureParzen } from "./parzen.ts";
 *
 * const samples = { data: Float64Array.of(0, 2), rows: 2, columns: 1 };
 * const test = { data: Float64Array.of(1), rows: 1, columns: 1 };
 * const { mean } = measureParzen(samples, test, { sigma: 1 });
 * assertAlmostEquals(mean, -1 / 2 - Math.log(2 * Math.PI) / 2);
 * ```
 *
 * Source: Goodfellow et al. 2014, arXiv:1406.2661, section 5; Breuleux et al. 2011; against it: Theis
 * et al. 2016, arXiv:1511.01844, section 4.
 */
export function measureParzen(
  samples: FeatureMatrix,
  test: FeatureMatrix,
  { sigma }: ParzenOptions,
): ParzenLikelihood {
  const action = "measure the Parzen likelihood of";
  requireFeatures(samples, action);
  requireFeatures(test, action);
  requireEqualColumns(samples, test, action);
  const factor = -1 / (2 * sigma * sigma);
  if (!(sigma > 0 && sigma < Infinity && factor > -Infinity)) {
    throw new RangeError(
      `Cannot ${action} sigma "${sigma}": a finite number > 0 is wanted, whose square has an ` +
        `inverse in float64`,
    );
  }
  const centre = computeMean(samples);
  const x = centreRows(samples, centre), t = centreRows(test, centre);
  const xNorms = measureNorms(x), tNorms = measureNorms(t);
  const largest = new Float64Array(test.rows).fill(-Infinity), sums = new Float64Array(test.rows);
  scanPairProducts(t, x, (row, column, product) => {
    const exponent = factor * Math.max(0, tNorms[row] + xNorms[column] - 2 * product);
    if (exponent <= largest[row]) sums[row] += Math.exp(exponent - largest[row]);
    else {
      sums[row] = sums[row] * Math.exp(largest[row] - exponent) + 1;
      largest[row] = exponent;
    }
  });
  const constant = Math.log(samples.rows) + samples.columns * Math.log(sigma) +
    samples.columns * Math.log(2 * Math.PI) / 2;
  const values = sums.map((sum, row) => largest[row] + Math.log(sum) - constant);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `Cannot ${action} row ${bad} of the test points with sigma "${sigma}": its logarithm is out ` +
        `of range of float64; nearer points, or a larger sigma, are wanted`,
    );
  }
  return { ...summarize(values), values };
}

function summarize(values: Float64Array) {
  const count = values.length;
  const mean = values.reduce((total, value) => total + value, 0) / count;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return {
    mean,
    standardError: count < 2 ? null : Math.sqrt(squares / (count - 1) / count),
  };
}
