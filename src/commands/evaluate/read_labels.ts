import type { RawTensor } from "../../formats/safetensors.ts";
import { viewElements } from "../../formats/view_elements.ts";
import { formatCount } from "./format_count.ts";

/** Typed arrays of whole numbers. */
const WHOLE = {
  U8: Uint8Array,
  I8: Int8Array,
  U16: Uint16Array,
  I16: Int16Array,
  U32: Uint32Array,
  I32: Int32Array,
  I64: BigInt64Array,
  U64: BigUint64Array,
} as const;

/**
 * Reads the class of each sample.
 *
 * @param labels The tensor of them, of whole numbers of any width.
 * @param count How many samples there are.
 * @returns The classes, whole numbers from 0 to 2^53 - 1.
 * @throws {TypeError} If it holds anything else.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readLabels } from "./read_labels.ts";
 *
 * const bytes = new Uint8Array(BigInt64Array.of(7n, 2n ** 40n).buffer);
 * assertEquals(readLabels({ dtype: "I64", shape: [2], bytes }, 2), Float64Array.of(7, 2 ** 40));
 * ```
 */
export function readLabels({ dtype, shape, bytes }: RawTensor, count: number): Float64Array {
  const refusal = `its labels are ${dtype} [${shape.join(", ")}]`;
  const wanted = `a whole number for each of ${formatCount(count, "sample")} is wanted`;
  if (!Object.hasOwn(WHOLE, dtype) || shape.length !== 1 || shape[0] !== count) {
    throw new TypeError(`${refusal}; ${wanted}, such as I64 [${count}]`);
  }
  type Numbers = ArrayLike<number | bigint>;
  const data = viewElements<Numbers>(bytes, WHOLE[dtype as keyof typeof WHOLE]);
  const classes = Float64Array.from(data as ArrayLike<number>, Number);
  const bad = classes.findIndex((label) => !(Number.isSafeInteger(label) && label >= 0));
  if (bad < 0) return classes;
  throw new TypeError(
    `${refusal}, and number ${bad} is ${data[bad]}; ${wanted}, from 0 to 2^53 - 1`,
  );
}
