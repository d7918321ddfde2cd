import { gammaln } from "simple-statistics";
import { computeMoments } from "./moments.ts";
import { computeNoncentralT } from "./noncentral_t.ts";
import type { IntervalOptions } from "./student_interval.ts";

/** A difference in standard deviations of the seeds. */
export interface EffectSize {
  /** Hedges' g. */
  readonly value: number;
  /** Lower end of the interval; null where |t| is beyond 200, and the spread next to nothing. */
  readonly low: number | null;
  /** Upper end of the interval. */
  readonly high: number | null;
}

const MOST_T = 200;

/**
 * Computes Hedges' g of two independent groups: the difference of means over the pooled standard
 * deviation, less the bias of small samples, with its exact interval for normal values.
 *
 * Around 0.2 the groups overlap almost wholly, from 3 on hardly. It compares a difference with the
 * spread over seeds, so that a metric that hardly varies has a large g for a difference that nobody
 * would notice: read it beside the difference.
 *
 * @param first At least 2 finite values.
 * @param second At least 2 finite values.
 * @param options The coverage of the interval.
 * @returns g with its interval; null where no group has any spread.
 * @throws {RangeError} If a group has fewer than 2 values, or one is not finite.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { computeHedgesG } from "./effect_size.ts";
 *
 * assertAlmostEquals(computeHedgesG([4, 6, 8], [1, 3, 5])!.value, 1.5 * 0.7978845608);
 * ```
 *
 * Source: Hedges 1981, "Distribution theory for Glass's estimator of effect size"; interval by
 * inverting the noncentral t, Cumming & Finch 2001.
 */
export function computeHedgesG(
  first: readonly number[],
  second: readonly number[],
  options: IntervalOptions = {},
): EffectSize | null {
  const [a, b] = [requireSpread(first), requireSpread(second)];
  const degreesOfFreedom = a.n + b.n - 2;
  const variance = ((a.n - 1) * a.sd ** 2 + (b.n - 1) * b.sd ** 2) / degreesOfFreedom;
  if (variance === 0) return null;
  return standardize((a.mean - b.mean) / Math.sqrt(variance), {
    degreesOfFreedom,
    effectiveCount: a.n * b.n / (a.n + b.n),
    level: options.level ?? 0.95,
  });
}

/**
 * Computes the mean of some values in their standard deviations, as Hedges' g of one group: for
 * differences of pairs, or of values from a bound.
 *
 * @param values At least 2 finite values.
 * @param options The coverage of the interval.
 * @returns g with its interval; null where there is no spread, and of 2 values, whose correction is 0.
 * @throws {RangeError} If there are fewer than 2 values, or one is not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { computeOneGroupG } from "./effect_size.ts";
 *
 * assertEquals(computeOneGroupG([1, 1, 1]), null);
 * ```
 */
export function computeOneGroupG(
  values: readonly number[],
  options: IntervalOptions = {},
): EffectSize | null {
  const { n, mean, sd } = requireSpread(values);
  if (sd === 0 || n === 2) return null;
  const level = options.level ?? 0.95;
  return standardize(mean / sd, { degreesOfFreedom: n - 1, effectiveCount: n, level });
}

function requireSpread(values: readonly number[]): { n: number; mean: number; sd: number } {
  const { n, mean, sd } = computeMoments(values);
  if (sd === null) {
    throw new RangeError(
      `Cannot standardise "${n}" value: at least 2 are wanted in each group`,
    );
  }
  return { n, mean, sd };
}

interface StandardizeOptions {
  readonly degreesOfFreedom: number;
  /** t over the effect, squared. */
  readonly effectiveCount: number;
  readonly level: number;
}

function standardize(effect: number, options: StandardizeOptions): EffectSize {
  const { degreesOfFreedom, effectiveCount, level } = options;
  const scale = Math.sqrt(effectiveCount), t = effect * scale;
  // Hedges 1981, eq. 6e.
  const half = degreesOfFreedom / 2;
  const unbias = Math.exp(gammaln(half) - gammaln(half - 0.5)) / Math.sqrt(half);
  const value = effect * unbias;
  if (Math.abs(t) > MOST_T) return { value, low: null, high: null };
  const end = (tail: number): number =>
    findNoncentrality(t, { degreesOfFreedom, tail }) / scale * unbias;
  return { value, low: end((1 + level) / 2), high: end((1 - level) / 2) };
}

/** The noncentrality under which a t up to this one has the chance `tail`; it falls as that grows. */
function findNoncentrality(
  t: number,
  { degreesOfFreedom, tail }: { readonly degreesOfFreedom: number; readonly tail: number },
): number {
  const excess = (noncentrality: number): number =>
    computeNoncentralT(t, { degreesOfFreedom, noncentrality }) - tail;
  let low = t - 8 - 2 * Math.abs(t), high = t + 8 + 2 * Math.abs(t);
  let above = excess(low), below = excess(high);
  // Between ends this close the chance is a straight line to 1e-10.
  while (high - low > 1e-5) {
    const middle = (low + high) / 2;
    const found = excess(middle);
    if (found > 0) [low, above] = [middle, found];
    else [high, below] = [middle, found];
  }
  return low + (high - low) * above / (above - below);
}
