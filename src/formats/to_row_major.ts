/**
 * Puts elements that lie column by column, as in Fortran, into row-major order.
 *
 * @param bytes The elements; the first index runs fastest.
 * @param layout Sizes, and bytes of an element.
 * @returns A copy in which the last index runs fastest.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { toRowMajor } from "./to_row_major.ts";
 *
 * // Rows 1 2 3 and 4 5 6.
 * const columns = Uint8Array.of(1, 4, 2, 5, 3, 6);
 * const layout = { shape: [2, 3], elementBytes: 1 };
 * assertEquals(toRowMajor(columns, layout), Uint8Array.of(1, 2, 3, 4, 5, 6));
 * ```
 */
export function toRowMajor(
  bytes: Uint8Array,
  { shape, elementBytes }: {
    readonly shape: readonly number[];
    readonly elementBytes: number;
  },
): Uint8Array<ArrayBuffer> {
  const ordered = new Uint8Array(bytes.length);
  const index = shape.map(() => 0);
  for (let at = 0; at < bytes.length; at += elementBytes) {
    let position = 0;
    for (let axis = 0; axis < shape.length; axis++) position = position * shape[axis] + index[axis];
    const to = position * elementBytes;
    for (let byte = 0; byte < elementBytes; byte++) ordered[to + byte] = bytes[at + byte];
    for (let axis = 0; axis < shape.length && ++index[axis] === shape[axis]; axis++) {
      index[axis] = 0;
    }
  }
  return ordered;
}
