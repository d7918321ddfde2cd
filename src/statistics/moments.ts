import { mean, sampleStandardDeviation } from "simple-statistics";

/** Count, mean and spread of some values. */
export interface Moments {
  /** How many values there are. */
  readonly n: number;
  /** Their mean. */
  readonly mean: number;
  /** Their standard deviation over n - 1; null for a single value. */
  readonly sd: number | null;
}

/**
 * Computes the mean and the standard deviation over n - 1 of some values.
 *
 * Values are taken relative to the first one, so equal values give that very value and a deviation
 * of exactly 0, where plain sums leave 1e-17 (0.1 three times) and a nonsense t value.
 *
 * @param values At least 1 finite value.
 * @returns Count, mean, and standard deviation.
 * @throws {RangeError} If there is no value, or one is not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { computeMoments } from "./moments.ts";
 *
 * assertEquals(computeMoments([1, 2, 3]), { n: 3, mean: 2, sd: 1 });
 * assertEquals(computeMoments([0.1, 0.1, 0.1]), { n: 3, mean: 0.1, sd: 0 });
 * ```
 */
export function computeMoments(values: readonly number[]): Moments {
  if (values.length === 0) {
    throw new RangeError(`Cannot summarize "values": there is none; at least 1 is wanted`);
  }
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `Cannot summarize "values[${bad}]": value is ${values[bad]}; a finite number is wanted`,
    );
  }
  const shifted = values.map((value) => value - values[0]);
  return {
    n: values.length,
    mean: values[0] + mean(shifted),
    sd: values.length < 2 ? null : sampleStandardDeviation(shifted),
  };
}
