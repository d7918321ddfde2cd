/** Larger exponents leave float64's range, or their inverse does. */
const MOST_EXPONENT = 1000;

/**
 * Finds the power of 2 that brings a number to about 1. To multiply by it changes no digit, and keeps squares and sums of
 * what was very large or small within range.
 *
 * @param largest The largest of the numbers that are to be scaled, finite and >= 0.
 * @returns The factor, from 2^-1000 to 2^1000; 1 for 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { scaleToOne } from "./scale_to_one.ts";
 *
 * assertEquals([scaleToOne(1000), scaleToOne(0)], [2 ** -10, 1]);
 * assertEquals(scaleToOne(1e-320), 2 ** 1000);
 * ```
 */
export function scaleToOne(largest: number): number {
  if (largest === 0) return 1;
  const exponent = -Math.round(Math.log2(largest));
  return 2 ** Math.max(-MOST_EXPONENT, Math.min(MOST_EXPONENT, exponent));
}
