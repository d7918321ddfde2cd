/**
 * Turns the bytes of each element round, which makes little-endian numbers of big-endian ones.
 *
 * @param bytes Elements one after another.
 * @param elementBytes Bytes of an element.
 * @returns A copy.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { reverseElements } from "./reverse_elements.ts";
 *
 * assertEquals(reverseElements(Uint8Array.of(1, 2, 3, 4), 2), Uint8Array.of(2, 1, 4, 3));
 * ```
 */
export function reverseElements(
  bytes: Uint8Array,
  elementBytes: number,
): Uint8Array<ArrayBuffer> {
  const reversed = Uint8Array.from(bytes);
  for (let at = 0; at < bytes.length; at += elementBytes) {
    reversed.subarray(at, at + elementBytes).reverse();
  }
  return reversed;
}
