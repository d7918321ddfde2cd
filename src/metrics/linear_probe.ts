import type { LabelledFeatures } from "./classify_by_neighbours.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { minimize } from "./minimize.ts";
import { makeProbeDesign, type ProbeDesign } from "./probe_design.ts";
import { requireFeatures } from "./require_features.ts";

/** A linear classifier of features. */
export interface LinearProbe {
  /** One row of weights a class, [classes, d]. */
  readonly weights: FeatureMatrix;
  /** The intercept of each class, summing to 0, [classes]. */
  readonly intercepts: Float64Array;
  /** What was minimised, at the minimum. */
  readonly objective: number;
}

/** Options of `fitLinearProbe()`. */
export interface LinearProbeOptions {
  /** Number of classes, at least 2. */
  readonly classCount: number;
  /** How much the data weighs against the penalty, C > 0; 1 unless given. */
  readonly strength?: number;
}

/** The largest entry of the gradient at the end, as a share of what it can be at the start. */
const TOLERANCE = 1e-11;

/**
 * Fits a linear probe: multinomial logistic regression that minimises C Σ cross-entropy +
 * ‖weights‖² / 2. Intercepts carry no penalty.
 *
 * Features [n, d]. The penalty is of the weights of the features as given, so a feature in larger
 * units is penalised less; the search itself is in units of its own and ends for any. The accuracy on
 * held-out rows says how much of the classes a linear map can read off, such as from features of a
 * discriminator that saw no labels.
 *
 * For 2 classes scikit-learn fits one logit, which equals this at half its C. Cost: some 100
 * evaluations of O(n d classes), 4 s for 10,000 × 128 and 10 classes.
 *
 * @param training The rows and their classes.
 * @param options Number of classes, and strength.
 * @returns Weights and intercepts.
 * @throws {TypeError} If the features hold NaN or Infinity, or labels are missing.
 * @throws {RangeError} If a label is no class, or there are fewer than 2 classes.
 * @throws {ConvergenceError} If the minimum is not reached.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { classifyByProbe } from "./classify_by_probe.ts";
 * import { fitLinearProbe } from "./linear_probe.ts";
 *
 * const features = { data: Float64Array.of(-2, -1, 1, 2), rows: 4, columns: 1 };
 * const probe = fitLinearProbe({ features, labels: [0, 0, 1, 1] }, { classCount: 2 });
 * assertEquals([...classifyByProbe(probe, features)], [0, 0, 1, 1]);
 * ```
 *
 * Source: Alain & Bengio 2016, arXiv:1610.01644; on discriminators, Radford et al. 2016,
 * arXiv:1511.06434, section 5.1.
 */
export function fitLinearProbe(
  { features, labels }: LabelledFeatures,
  { classCount, strength = 1 }: LinearProbeOptions,
): LinearProbe {
  requireFeatures(features, "fit a linear probe to");
  requireLabels(labels, features.rows, classCount);
  if (!(strength > 0 && strength < Infinity)) {
    throw new RangeError(`Cannot fit a linear probe of strength "${strength}": > 0 is wanted`);
  }
  const design = makeProbeDesign(features, strength), width = design.penalties.length;
  const logits = new Float64Array(classCount);
  function evaluate(point: Float64Array, gradient: Float64Array): number {
    let penalty = 0, loss = 0;
    for (let i = 0; i < point.length; i++) {
      const toll = design.penalties[i % width] * point[i];
      penalty += toll * point[i] / 2;
      gradient[i] = toll;
    }
    for (let row = 0; row < features.rows; row++) {
      computeLogits(design, row, { point, logits });
      const total = addLogs(logits);
      loss += total - logits[labels[row]];
      for (let c = 0; c < classCount; c++) {
        const error = strength * (Math.exp(logits[c] - total) - Number(c === labels[row]));
        for (let k = 0; k < width; k++) {
          gradient[c * width + k] += error * design.data[row * width + k];
        }
      }
    }
    return strength * loss + penalty;
  }
  const tolerance = TOLERANCE * Math.sqrt(strength * features.rows);
  const point = minimize(evaluate, new Float64Array(classCount * width), { tolerance });
  const objective = evaluate(point, new Float64Array(point.length));
  return { ...toFeatureUnits(point, design, classCount), objective };
}

/** Weights and intercepts of the features as they were given. */
function toFeatureUnits(
  point: Float64Array,
  { centre, factors }: ProbeDesign,
  classCount: number,
): Omit<LinearProbe, "objective"> {
  const d = centre.length;
  const weights = new Float64Array(classCount * d), intercepts = new Float64Array(classCount);
  for (let c = 0; c < classCount; c++) {
    intercepts[c] = point[c * (d + 1) + d] * factors[d];
    for (let k = 0; k < d; k++) {
      weights[c * d + k] = point[c * (d + 1) + k] * factors[k];
      intercepts[c] -= weights[c * d + k] * centre[k];
    }
  }
  const mean = intercepts.reduce((total, value) => total + value, 0) / classCount;
  return {
    weights: { data: weights, rows: classCount, columns: d },
    intercepts: intercepts.map((value) => value - mean),
  };
}

/** A row of the point for each class, of as many numbers as the design has columns. */
function computeLogits(
  { data, penalties: { length: width } }: ProbeDesign,
  row: number,
  { point, logits }: { point: Float64Array; logits: Float64Array },
): void {
  for (let c = 0; c < logits.length; c++) {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += point[c * width + k] * data[row * width + k];
    logits[c] = sum;
  }
}

/** log Σ exp (logit), safe for large ones. */
function addLogs(logits: Float64Array): number {
  let largest = -Infinity, sum = 0;
  for (const logit of logits) largest = Math.max(largest, logit);
  for (const logit of logits) sum += Math.exp(logit - largest);
  return largest + Math.log(sum);
}

function requireLabels(labels: ArrayLike<number>, rows: number, classCount: number): void {
  if (labels.length !== rows) {
    throw new TypeError(
      `Cannot fit a linear probe to "${rows}" rows: there are ${labels.length} labels; one a row is ` +
        `wanted`,
    );
  }
  const bad = Array.from(labels).findIndex((label) =>
    !(Number.isInteger(label) && label >= 0 && label < classCount)
  );
  if (!(Number.isInteger(classCount) && classCount >= 2) || bad >= 0) {
    throw new RangeError(
      bad >= 0
        ? `Cannot fit a linear probe at "labels[${bad}]": value is ${
          labels[bad]
        }; a whole number ` +
          `from 0 to ${classCount - 1} is wanted`
        : `Cannot fit a linear probe to "${classCount}" classes: at least 2 are wanted`,
    );
  }
}
