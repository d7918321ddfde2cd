/**
 * Turns bfloat16 numbers into single-precision ones, exactly: they are the upper halves of these.
 *
 * @param halves Their bits.
 * @returns Their values.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { widenBfloat16 } from "./widen_bfloat16.ts";
 *
 * assertEquals(widenBfloat16(Uint16Array.of(0x3f80, 0xc000)), Float32Array.of(1, -2));
 * ```
 */
export function widenBfloat16(halves: Uint16Array): Float32Array<ArrayBuffer> {
  return new Float32Array(Uint32Array.from(halves, (bits) => bits << 16).buffer);
}
