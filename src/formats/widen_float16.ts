const FRACTION = 2 ** 10;
/** Exponent of the least normal number, and of all below it. */
const LEAST_EXPONENT = -14;
const BIAS = 15;
/** Exponent bits of Infinity and NaN. */
const SPECIAL = 31;

/**
 * Turns half-precision numbers into single ones, exactly.
 *
 * @param halves Their bits, IEEE 754 binary16.
 * @returns Their values.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { widenFloat16 } from "./widen_float16.ts";
 *
 * assertEquals(widenFloat16(Uint16Array.of(0x3c00, 0xc000, 0x0001)), Float32Array.of(1, -2, 2 ** -24));
 * ```
 *
 * Source: IEEE 754-2019, section 3.4.
 */
export function widenFloat16(halves: Uint16Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(halves, (bits) => {
    const sign = bits & 0x8000 ? -1 : 1, exponent = bits >> 10 & SPECIAL;
    const fraction = (bits & FRACTION - 1) / FRACTION;
    if (exponent === SPECIAL) return fraction === 0 ? sign * Infinity : NaN;
    return exponent === 0
      ? sign * fraction * 2 ** LEAST_EXPONENT
      : sign * (1 + fraction) * 2 ** (exponent - BIAS);
  });
}
