import { ConvergenceError } from "./convergence_error.ts";

/** A smooth function: its value at a point, with the gradient written to the second argument. */
export type SmoothFunction = (point: Float64Array, gradient: Float64Array) => number;

/** Options of `minimize()`. */
export interface MinimizeOptions {
  /** Done when no entry of the gradient is larger; 1e-8 unless given. */
  readonly tolerance?: number;
  /** Steps after which it gives up; 2,000 unless given. */
  readonly maxSteps?: number;
}

interface Correction {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly curvature: number;
}

const MEMORY = 10;
/** Armijo's share of the promised decrease. */
const DECREASE = 1e-4;
/** Changes of the value below this share of it may be rounding. */
const LEVEL = 1e-6;

/**
 * Minimises a smooth convex function by L-BFGS with backtracking.
 *
 * Deterministic: the same start gives the same bits. Cost a step: about one evaluation, and
 * O(10 n).
 *
 * @param evaluate The function with its gradient.
 * @param start Where to begin, [n]; unchanged.
 * @param options Tolerance and patience.
 * @returns The point of the minimum, [n].
 * @throws {ConvergenceError} If the gradient is still larger after the last step.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { minimize } from "./minimize.ts";
 *
 * const [x] = minimize((point, gradient) => {
 *   gradient[0] = 4 * (point[0] - 3) ** 3;
 *   return (point[0] - 3) ** 4;
 * }, Float64Array.of(0), { tolerance: 1e-12 });
 * assertAlmostEquals(x, 3, 1e-3);
 * ```
 *
 * Source: Nocedal & Wright 2006, "Numerical Optimization", algorithms 7.4 and 3.1; near the minimum Hager & Zhang 2005,
 * "A New Conjugate Gradient Method with Guaranteed Descent and an Efficient Line Search", eq. 4.1.
 */
export function minimize(
  evaluate: SmoothFunction,
  start: Float64Array,
  { tolerance = 1e-8, maxSteps = 2000 }: MinimizeOptions = {},
): Float64Array {
  let point = start.slice();
  let gradient = new Float64Array(point.length);
  let value = evaluate(point, gradient);
  const memory: Correction[] = [];
  for (let step = 0; step < maxSteps; step++) {
    if (findLargest(gradient) <= tolerance) return point;
    const direction = findDirection(gradient, memory);
    let slope = multiply(gradient, direction);
    if (!(slope < 0)) {
      memory.length = 0;
      gradient.forEach((entry, i) => direction[i] = -entry);
      slope = -multiply(gradient, gradient);
    }
    let length = memory.length === 0 ? Math.min(1, 1 / findLargest(gradient)) : 1;
    const nextGradient = new Float64Array(point.length);
    let next = point, nextValue = Infinity;
    for (let halving = 0; halving < 60; halving++, length /= 2) {
      next = point.map((entry, i) => entry + length * direction[i]);
      nextValue = evaluate(next, nextGradient);
      if (nextValue <= value + DECREASE * length * slope) break;
      // Near the minimum the value no longer resolves the decrease; the slope still does.
      const isLevel = nextValue <= value + LEVEL * Math.abs(value);
      if (isLevel && multiply(nextGradient, direction) <= (2 * DECREASE - 1) * slope) break;
    }
    const taken = next.map((entry, i) => entry - point[i]);
    const change = nextGradient.map((entry, i) => entry - gradient[i]);
    const curvature = multiply(taken, change);
    if (curvature > 0) memory.push({ step: taken, change, curvature });
    if (memory.length > MEMORY) memory.shift();
    point = next;
    gradient = nextGradient;
    value = nextValue;
  }
  throw new ConvergenceError({ stepCount: maxSteps, gradient: findLargest(gradient), tolerance });
}

/** Minus the inverse Hessian, as the corrections know it, times the gradient. */
function findDirection(gradient: Float64Array, memory: readonly Correction[]): Float64Array {
  const direction = gradient.map((entry) => -entry);
  const shares: number[] = [];
  for (const { step, change, curvature } of memory.toReversed()) {
    const share = multiply(step, direction) / curvature;
    shares.unshift(share);
    change.forEach((entry, i) => direction[i] -= share * entry);
  }
  const last = memory.at(-1);
  if (last) {
    const scale = last.curvature / multiply(last.change, last.change);
    direction.forEach((entry, i) => direction[i] = scale * entry);
  }
  memory.forEach(({ step, change, curvature }, index) => {
    const share = shares[index] - multiply(change, direction) / curvature;
    step.forEach((entry, i) => direction[i] += share * entry);
  });
  return direction;
}

function multiply(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function findLargest(values: Float64Array): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
