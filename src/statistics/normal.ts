const LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;
/** Above this the series loses digits, and the continued fraction needs few terms. */
const SERIES_END = 3;

/**
 * Computes the standard normal distribution function Φ(x), to about 1e-15 absolute, and in the
 * tails to about 1e-14 relative.
 *
 * @param x Any number.
 * @returns Φ(x) in [0, 1].
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { computeNormalCdf } from "./normal.ts";
 *
 * assertAlmostEquals(computeNormalCdf(1.959963984540054), 0.975, 1e-15);
 * ```
 *
 * Source: Marsaglia 2004, "Evaluating the normal distribution" (series); NIST DLMF 7.9.2 (continued
 * fraction).
 */
export function computeNormalCdf(x: number): number {
  if (x > 0) return 1 - computeNormalCdf(-x);
  if (x === -Infinity) return 0;
  if (x < -SERIES_END) return computeDensity(x) * sumTail(-x);
  let term = x, sum = x;
  for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
    term *= x * x / odd;
    sum += term;
  }
  return 0.5 + computeDensity(x) * sum;
}

/**
 * Finds the standard normal quantile: the x with Φ(x) = probability, by bisection to the last digit.
 *
 * @param probability A number in [0, 1].
 * @returns x; ∓Infinity at 0 and 1.
 * @throws {RangeError} If the probability is outside [0, 1].
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { findNormalQuantile } from "./normal.ts";
 *
 * assertAlmostEquals(findNormalQuantile(0.975), 1.959963984540054, 1e-12);
 * ```
 */
export function findNormalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(
      `Cannot find the normal quantile of "${probability}": a probability in [0, 1] is wanted`,
    );
  }
  if (probability === 0) return -Infinity;
  if (probability > 0.5) return -findNormalQuantile(1 - probability);
  let low = -40, high = 0;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (computeNormalCdf(middle) < probability) low = middle;
    else high = middle;
  }
}

function computeDensity(x: number): number {
  return Math.exp(-x * x / 2 - LOG_ROOT_TWO_PI);
}

/** Mills' ratio 1/(x + 1/(x + 2/(x + 3/(x + …)))), from the far end. */
function sumTail(x: number): number {
  let value = x;
  for (let term = 100; term >= 1; term--) value = x + term / value;
  return 1 / value;
}
