import { reverseElements } from "./reverse_elements.ts";
import type { StoredTensor } from "./safetensors.ts";
import { toRowMajor } from "./to_row_major.ts";
import { widenTensor } from "./widen_tensor.ts";

/** "\x93NUMPY". */
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const VERSION_BYTES = 2;
/** Bytes of the header's length, by the format's major version. */
const LENGTH_BYTES: Readonly<Record<number, number>> = { 1: 2, 2: 4, 3: 4 };

/** Element types that are read, by NumPy's name without the byte order. */
const ELEMENTS = {
  u1: { dtype: "U8", elementBytes: 1 },
  i4: { dtype: "I32", elementBytes: 4 },
  i8: { dtype: "I64", elementBytes: 8 },
  f2: { dtype: "F16", elementBytes: 2 },
  f4: { dtype: "F32", elementBytes: 4 },
  f8: { dtype: "F64", elementBytes: 8 },
} as const;
const BIG_ENDIAN = ">";

/**
 * Decodes a file of NumPy's `save()`: one array of uint8, int32, int64, float16, float32 or float64, of either byte
 * order, row by row or column by column. As `widenTensor()` does, int64 becomes I32 and float16 F32.
 *
 * @param bytes The whole file; the array is a copy, so that it is aligned.
 * @returns The array with its shape, `[]` for a scalar.
 * @throws {SyntaxError} Saying what is wrong and how NumPy saves what is wanted.
 * @throws {RangeError} If an int64 takes more than 32 bits.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readNpy } from "./read_npy.ts";
 *
 * const header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }\n";
 * const head = [0x93, ...new TextEncoder().encode("NUMPY"), 1, 0, header.length, 0];
 * const bytes = Uint8Array.from([...head, ...new TextEncoder().encode(header), 7, 9]);
 * assertEquals(readNpy(bytes), { dtype: "U8", shape: [2], data: Uint8Array.of(7, 9) });
 * ```
 *
 * Source: "A Simple File Format for NumPy Arrays", NEP 1, versions 1.0 to 3.0.
 */
export function readNpy(bytes: Uint8Array): StoredTensor {
  const { text, dataAt } = readHeader(bytes);
  const descr = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  const order = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const sizes = /'shape':\s*\(((?:\d+(?:,\s*\d+)*,?)?)\)/.exec(text)?.[1];
  if (descr === undefined || order === undefined || sizes === undefined) {
    throw refuse(`its header is ${JSON.stringify(text.trim())}; one array of numbers is wanted`);
  }
  const kind = /^[<>|](.*)$/.exec(descr)?.[1] ?? descr;
  if (!Object.hasOwn(ELEMENTS, kind)) {
    throw refuse(
      `its elements are "${descr}"; known are ${Object.keys(ELEMENTS).join(", ")}. ` +
        `Save x.astype("float32")`,
    );
  }
  const { dtype, elementBytes } = ELEMENTS[kind as keyof typeof ELEMENTS];
  const shape = sizes.split(",").map((size) => size.trim()).filter((size) => size !== "")
    .map(Number);
  const wanted = shape.reduce((product, size) => product * size, 1) * elementBytes;
  const found = bytes.length - dataAt;
  if (found !== wanted) {
    throw refuse(`${found} bytes follow its header, and its shape [${shape}] wants ${wanted}`);
  }
  let data = bytes.slice(dataAt);
  if (descr.startsWith(BIG_ENDIAN)) data = reverseElements(data, elementBytes);
  if (order === "True") data = toRowMajor(data, { shape, elementBytes });
  return widenTensor({ dtype, shape, bytes: data });
}

function readHeader(bytes: Uint8Array): { text: string; dataAt: number } {
  if (MAGIC.some((byte, index) => bytes[index] !== byte)) {
    throw refuse("it does not begin as one");
  }
  const lengthBytes = LENGTH_BYTES[bytes[MAGIC.length]];
  if (lengthBytes === undefined) {
    throw refuse(`its version is ${bytes[MAGIC.length]}; 1, 2 or 3 is wanted`);
  }
  const headerAt = MAGIC.length + VERSION_BYTES + lengthBytes;
  if (bytes.length < headerAt) throw refuse(`it has ${bytes.length} bytes, and ends in its header`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lengthAt = MAGIC.length + VERSION_BYTES;
  const length = lengthBytes === 2
    ? view.getUint16(lengthAt, true)
    : view.getUint32(lengthAt, true);
  const dataAt = headerAt + length;
  if (bytes.length < dataAt) throw refuse(`it has ${bytes.length} bytes, and ends in its header`);
  return { text: new TextDecoder().decode(bytes.subarray(headerAt, dataAt)), dataAt };
}

function refuse(reason: string): SyntaxError {
  return new SyntaxError(`Cannot read a file of numpy.save(): ${reason}`);
}
