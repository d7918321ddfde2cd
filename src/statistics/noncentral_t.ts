import { gammaln } from "simple-statistics";
import { computeIncompleteBeta } from "./incomplete_beta.ts";
import { computeNormalCdf } from "./normal.ts";

/** Options of `computeNoncentralT()`. */
export interface NoncentralTOptions {
  /** ν, any number > 0. */
  readonly degreesOfFreedom: number;
  /** δ, the mean of the normal numerator; from -1,000 to 1,000. */
  readonly noncentrality: number;
}

/** Poisson weights this many standard deviations from their mean are below 1e-15. */
const REACH = 9;
const MOST_NONCENTRALITY = 1_000;

/**
 * Computes the distribution function of the noncentral t: P((Z + δ) / √(V/ν) <= t), to about 1e-10.
 *
 * It is what a t statistic follows when the means do differ, so that power and intervals of
 * standardised effects rest on it. Cost: O(|δ|) terms.
 *
 * @param t The statistic.
 * @param options Degrees of freedom ν and noncentrality δ.
 * @returns The probability, in [0, 1].
 * @throws {RangeError} If ν is not > 0, or |δ| > 1,000.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { computeNoncentralT } from "./noncentral_t.ts";
 *
 * const options = { degreesOfFreedom: 4, noncentrality: 0 };
 * assertAlmostEquals(computeNoncentralT(2.7764451051977934, options), 0.975, 1e-12);
 * ```
 *
 * Source: Lenth 1989, "Algorithm AS 243", summed around the largest weight, so that a large δ does
 * not underflow.
 */
export function computeNoncentralT(t: number, options: NoncentralTOptions): number {
  const { degreesOfFreedom, noncentrality } = options;
  if (!(degreesOfFreedom > 0) || !(Math.abs(noncentrality) <= MOST_NONCENTRALITY)) {
    throw new RangeError(
      `Cannot compute the noncentral t at "${t}": degrees of freedom are ${degreesOfFreedom}, ` +
        `noncentrality is ${noncentrality}; degrees > 0 and at most ${MOST_NONCENTRALITY} are wanted`,
    );
  }
  if (t < 0) return 1 - computeNoncentralT(-t, { degreesOfFreedom, noncentrality: -noncentrality });
  const below = computeNormalCdf(-noncentrality);
  if (t === 0) return below;
  const square = t * t;
  if (square === Infinity) return 1;
  const point = {
    x: square / (degreesOfFreedom + square),
    complement: degreesOfFreedom / (degreesOfFreedom + square),
    b: degreesOfFreedom / 2,
  };
  const half = noncentrality * noncentrality / 2;
  const even = sumWeighted(0.5, half, point);
  const odd = Math.sign(noncentrality) * sumWeighted(1, half, point);
  return Math.min(1, Math.max(0, below + (even + odd) / 2));
}

interface BetaPoint {
  readonly x: number;
  /** 1 - x. */
  readonly complement: number;
  readonly b: number;
}

/** Σⱼ e^-h h^(j + offset - ½) / Γ(j + offset + ½) I_x(j + offset, b), from the last term down. */
function sumWeighted(offset: number, half: number, { x, complement, b }: BetaPoint): number {
  const width = REACH * Math.sqrt(half + 1) + REACH;
  const first = Math.max(0, Math.floor(half - width)), last = Math.ceil(half + width);
  let beta = computeIncompleteBeta(x, { a: last + offset, b, complement });
  let weight = weigh(last + offset - 0.5, half);
  let a = last + offset - 1;
  let logStep = gammaln(a + b) - gammaln(a + 1) - gammaln(b) + a * Math.log(x) +
    b * Math.log(complement);
  let total = 0;
  for (let j = last; j >= first; j--) {
    total += weight * beta;
    weight = half === 0 ? weigh(j + offset - 1.5, half) : weight * (j + offset - 0.5) / half;
    // I_x(a, b) = I_x(a + 1, b) + x^a (1 - x)^b / (a B(a, b)), DLMF 8.17.20.
    beta += Math.exp(logStep);
    logStep += Math.log(a / ((a + b - 1) * x));
    a--;
  }
  return total;
}

/** e^-h h^power / Γ(power + 1). */
function weigh(power: number, half: number): number {
  if (half === 0) return power === 0 ? 1 : 0;
  return Math.exp(power * Math.log(half) - half - gammaln(power + 1));
}
