/** A function of a point; the array is used again for the next point. */
export type Integrand = (point: Float64Array) => number;

/** Options of `integrate()`. */
export interface IntegrateOptions {
  /** Steps along each side, an integer >= 1; 4,000 unless given for a line, 600 for a plane. */
  readonly stepCount?: number;
}

/** Lower and upper end. */
export type Range = readonly [from: number, to: number];

/**
 * Integrates a smooth function over a box by the trapezoidal rule.
 *
 * The box has 1 or 2 sides. For smooth functions that vanish at the rim, such as densities, the rule
 * converges faster than any power of the step: 12 digits with steps of a third of the least standard
 * deviation. A function with a kink gets O(step²) only. Cost O(steps^sides).
 *
 * @param integrand The function; must be finite.
 * @param box The range of each side.
 * @param options Number of steps.
 * @returns The integral.
 * @throws {RangeError} If the box has no or more than 2 sides, or one is empty.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { integrate } from "./integrate.ts";
 *
 * const area = integrate(([x, y]) => Math.exp(-x * x - y * y), [[-6, 6], [-6, 6]]);
 * assertAlmostEquals(area, Math.PI, 1e-12);
 * ```
 *
 * Source: Trefethen & Weideman 2014, "The Exponentially Convergent Trapezoidal Rule", SIAM Review 56.
 */
export function integrate(
  integrand: Integrand,
  box: readonly Range[],
  { stepCount = box.length === 1 ? 4000 : 600 }: IntegrateOptions = {},
): number {
  if (box.length < 1 || box.length > 2 || box.some(([from, to]) => !(to - from > 0))) {
    throw new RangeError(
      `Cannot integrate over "${
        JSON.stringify(box)
      }": 1 or 2 ranges [from, to] with from < to are ` +
        `wanted`,
    );
  }
  if (!(Number.isInteger(stepCount) && stepCount >= 1)) {
    throw new RangeError(`Cannot integrate in "${stepCount}" steps: an integer >= 1 is wanted`);
  }
  const point = new Float64Array(box.length);
  function sumSide(side: number): number {
    if (side === box.length) return integrand(point);
    const [from, to] = box[side], step = (to - from) / stepCount;
    let sum = 0;
    for (let i = 0; i <= stepCount; i++) {
      point[side] = from + i * step;
      sum += (i === 0 || i === stepCount ? 0.5 : 1) * sumSide(side + 1);
    }
    return sum * step;
  }
  return sumSide(0);
}
