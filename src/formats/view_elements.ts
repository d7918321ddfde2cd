/** A kind of typed array. */
interface Elements<Data> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): Data;
}

/**
 * Takes bytes as elements: a view of them where they are aligned, a copy where not.
 *
 * @param bytes The elements, little-endian.
 * @param array The typed array of their kind.
 * @returns The elements.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { viewElements } from "./view_elements.ts";
 *
 * const bytes = Uint8Array.of(9, 1, 0, 2, 0).subarray(1);
 * assertEquals(viewElements(bytes, Int16Array), Int16Array.of(1, 2));
 * ```
 */
export function viewElements<Data>(bytes: Uint8Array, array: Elements<Data>): Data {
  const isAligned = bytes.byteOffset % array.BYTES_PER_ELEMENT === 0;
  const source = isAligned ? bytes : bytes.slice();
  const count = bytes.length / array.BYTES_PER_ELEMENT;
  return new array(source.buffer as ArrayBuffer, source.byteOffset, count);
}
