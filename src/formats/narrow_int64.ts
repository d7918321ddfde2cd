/**
 * Turns whole numbers of 64 bits into such of 32.
 *
 * @param numbers The numbers.
 * @returns The same ones.
 * @throws {RangeError} Naming the first that takes more than 32 bits.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { narrowInt64 } from "./narrow_int64.ts";
 *
 * assertEquals(narrowInt64(BigInt64Array.of(-1n, 255n)), Int32Array.of(-1, 255));
 * ```
 */
export function narrowInt64(numbers: BigInt64Array): Int32Array<ArrayBuffer> {
  const bad = numbers.findIndex((number) => BigInt.asIntN(32, number) !== number);
  if (bad >= 0) {
    throw new RangeError(
      `Cannot narrow the whole number ${numbers[bad]} at ${bad}: from ${-(2 ** 31)} to ` +
        `${2 ** 31 - 1} is wanted`,
    );
  }
  return Int32Array.from(numbers, Number);
}
