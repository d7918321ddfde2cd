import { ELEMENT_TYPES, METADATA_KEY, type SafetensorsFile } from "./safetensors.ts";

const LENGTH_BYTES = 8;

/**
 * Encodes tensors as a safetensors file. The same contents give the same bytes: wide element types come first, so
 * that all tensors are aligned (F64, F32, I32, U8, as the reference library orders them), then names are sorted, and
 * the header is padded with spaces to a multiple of 8.
 *
 * @param file Tensors and metadata.
 * @returns The bytes.
 * @throws {RangeError} When a tensor's data does not fit its shape, or a size is no integer.
 * @throws {TypeError} When a tensor's data is not of its element type, or its name is reserved.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readSafetensors } from "./read_safetensors.ts";
 * import { writeSafetensors } from "./write_safetensors.ts";
 *
 * const x = { dtype: "U8", shape: [2], data: Uint8Array.of(7, 9) } as const;
 * const bytes = writeSafetensors({ tensors: { x }, metadata: {} });
 * assertEquals(readSafetensors(bytes).tensors.x, x);
 * ```
 *
 * Source: the safetensors format, version 0.8.
 */
export function writeSafetensors(file: SafetensorsFile): Uint8Array<ArrayBuffer> {
  const types = Object.keys(ELEMENT_TYPES);
  const rankOf = (name: string) => types.indexOf(file.tensors[name].dtype);
  const names = Object.keys(file.tensors).sort((first, second) =>
    rankOf(second) - rankOf(first) || (first < second ? -1 : 1)
  );
  const header: Record<string, unknown> = {};
  if (Object.keys(file.metadata).length > 0) header[METADATA_KEY] = sortKeys(file.metadata);
  let dataBytes = 0;
  for (const name of names) {
    const { dtype, shape, data } = file.tensors[name];
    if (name === METADATA_KEY || name === "__proto__") {
      throw new TypeError(`Cannot write the tensor "${name}": its name is reserved`);
    }
    if (!(data instanceof ELEMENT_TYPES[dtype])) {
      throw new TypeError(
        `Cannot write the tensor "${name}" as ${dtype}: its data is ${data.constructor.name}, ` +
          `${ELEMENT_TYPES[dtype].name} is wanted`,
      );
    }
    const isWhole = shape.every(Number.isSafeInteger);
    if (!isWhole || data.length !== shape.reduce((product, size) => product * size, 1)) {
      throw new RangeError(
        `Cannot write the tensor "${name}": its shape is [${shape}], and it has ${data.length} elements`,
      );
    }
    header[name] = { dtype, shape, data_offsets: [dataBytes, dataBytes += data.byteLength] };
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const headerBytes = Math.ceil(text.length / LENGTH_BYTES) * LENGTH_BYTES;
  const bytes = new Uint8Array(LENGTH_BYTES + headerBytes + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes), true);
  bytes.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + headerBytes).set(text, LENGTH_BYTES);
  let at = LENGTH_BYTES + headerBytes;
  for (const name of names) {
    const { data } = file.tensors[name];
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}

function sortKeys(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(metadata).sort().map((key) => [key, metadata[key]]));
}
