import { narrowInt64 } from "./narrow_int64.ts";
import {
  ELEMENT_TYPES,
  type ElementType,
  type RawTensor,
  type StoredTensor,
} from "./safetensors.ts";
import { viewElements } from "./view_elements.ts";
import { widenBfloat16 } from "./widen_bfloat16.ts";
import { widenFloat16 } from "./widen_float16.ts";

/** Types that are turned into one that Assay computes with. */
const CONVERSIONS: Readonly<
  Record<string, (bytes: Uint8Array) => Pick<StoredTensor, "dtype" | "data">>
> = {
  F16: (bytes) => ({ dtype: "F32", data: widenFloat16(viewElements(bytes, Uint16Array)) }),
  BF16: (bytes) => ({ dtype: "F32", data: widenBfloat16(viewElements(bytes, Uint16Array)) }),
  I64: (bytes) => ({ dtype: "I32", data: narrowInt64(viewElements(bytes, BigInt64Array)) }),
};

/**
 * Reads the elements of a tensor. Half-precision ones become F32, and whole numbers of 64 bits I32; all keep their values.
 *
 * @param tensor A tensor of U8, I32, I64, F16, BF16, F32 or F64.
 * @returns It with elements to compute with, views of the file where they are aligned and of a type that stays.
 * @throws {TypeError} If it is of another type.
 * @throws {RangeError} If a whole number takes more than 32 bits.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { widenTensor } from "./widen_tensor.ts";
 *
 * const tensor = { dtype: "F16", shape: [1], bytes: Uint8Array.of(0, 0x3c) };
 * assertEquals(widenTensor(tensor), { dtype: "F32", shape: [1], data: Float32Array.of(1) });
 * ```
 */
export function widenTensor({ dtype, shape, bytes }: RawTensor): StoredTensor {
  if (Object.hasOwn(ELEMENT_TYPES, dtype)) {
    const known = dtype as ElementType;
    const data = viewElements<StoredTensor["data"]>(bytes, ELEMENT_TYPES[known]);
    return { dtype: known, shape, data };
  }
  if (Object.hasOwn(CONVERSIONS, dtype)) return { shape, ...CONVERSIONS[dtype](bytes) };
  const known = [...Object.keys(ELEMENT_TYPES), ...Object.keys(CONVERSIONS)];
  throw new TypeError(
    `Cannot compute with elements of the type "${dtype}": known are ${known.join(", ")}`,
  );
}
