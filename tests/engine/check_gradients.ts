import { assertAlmostEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { differentiate } from "../../src/engine/differentiate.ts";
import { drawNormal } from "../../src/engine/random.ts";
import type { Parameters } from "../../src/networks/network.ts";

/** How far to move, and what error to allow relative to the derivative. A wrong gradient is off by percents. */
interface Differences {
  readonly step: number;
  readonly relativeTolerance: number;
}

/**
 * The step is exact in binary; so small that no unit crosses the kink of its ReLU, and so large that float64 leaves the
 * difference of two losses about nine digits. Rounding costs up to 1e-7.
 */
const FLOAT64: Differences = { step: 2 ** -22, relativeTolerance: 2e-6 };

/** For operations that have no kernel in float64: float32 leaves the difference of two losses about four digits. */
export const FLOAT32: Differences = { step: 2 ** -6, relativeTolerance: 1e-2 };

const DIRECTIONS = 3;

/**
 * Checks gradients against central differences along random directions, one parameter at a time. Needs an engine with
 * `precision: "float64"`, or differences as coarse as {@linkcode FLOAT32}.
 */
export function checkGradients(
  parameters: Parameters,
  loss: (parameters: Parameters) => tf.Tensor,
  { step, relativeTolerance }: Differences = FLOAT64,
): void {
  const { gradients } = differentiate(parameters, (p) => ({ loss: loss(p), others: {} }));
  for (const [name, parameter] of Object.entries(parameters)) {
    for (let direction = 0; direction < DIRECTIONS; direction++) {
      tf.tidy(() => {
        const key = { seed: 5, stream: name, step: direction };
        const v = tf.tensor(drawNormal(key, parameter.size), parameter.shape);
        const moved = (scale: number) =>
          read(loss({ ...parameters, [name]: tf.add(parameter, tf.mul(v, scale)) }));
        const numeric = (moved(step) - moved(-step)) / (2 * step);
        const analytic = read(tf.sum(tf.mul(gradients[name], v)));
        const scale = Math.max(Math.abs(numeric), 1e-3);
        assertAlmostEquals(
          analytic,
          numeric,
          relativeTolerance * scale,
          `gradient of ${name}: ${analytic}, by differences ${numeric}`,
        );
      });
    }
  }
}

/** A sum with fixed random weights, so that no direction of the output is left out. */
export function weighOutput(output: tf.Tensor): tf.Tensor {
  const weights = drawNormal({ seed: 6, stream: "weights", step: 0 }, output.size);
  return tf.sum(tf.mul(output, tf.tensor(weights, output.shape)));
}

function read(scalar: tf.Tensor): number {
  return scalar.dataSync()[0];
}
