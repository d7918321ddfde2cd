import { findDuplicateKey } from "./find_duplicate_key.ts";
import { METADATA_KEY, type RawTensor, type RawTensors } from "./safetensors.ts";

const LENGTH_BYTES = 8;
const BYTE_BITS = 8;

/** Bits of an element of every type that the format knows. */
const ELEMENT_BITS: Readonly<Record<string, number>> = {
  ...{ F4: 4, F6_E2M3: 6, F6_E3M2: 6 },
  ...{ BOOL: 8, U8: 8, I8: 8, F8_E4M3: 8, F8_E5M2: 8, F8_E8M0: 8 },
  ...{ I16: 16, U16: 16, F16: 16, BF16: 16 },
  ...{ I32: 32, U32: 32, F32: 32 },
  ...{ C64: 64, I64: 64, U64: 64, F64: 64 },
};

/** A tensor as the header describes it. */
interface Entry {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/**
 * Takes a safetensors file apart. Everything that the format promises is checked before a tensor is looked at: tensors lie
 * one after another without holes or overlaps, and fill the file.
 *
 * @param bytes The whole file. Tensors are views of it.
 * @param types Element types that tensors may have; all that the format knows unless given.
 * @returns Tensors, their elements as bytes, and metadata.
 * @throws {SyntaxError} Saying what is wrong, for a file that breaks the format.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseSafetensors } from "./parse_safetensors.ts";
 *
 * const header = '{"epoch":{"dtype":"I16","shape":[1],"data_offsets":[0,2]}}';
 * const head = [header.length, 0, 0, 0, 0, 0, 0, 0];
 * const bytes = Uint8Array.from([...head, ...new TextEncoder().encode(header), 7, 0]);
 * const { epoch } = parseSafetensors(bytes).tensors;
 * assertEquals(epoch, { dtype: "I16", shape: [1], bytes: Uint8Array.of(7, 0) });
 * ```
 *
 * Source: the safetensors format, version 0.8.
 */
export function parseSafetensors(
  bytes: Uint8Array,
  types: readonly string[] = Object.keys(ELEMENT_BITS),
): RawTensors {
  const headerBytes = readHeaderLength(bytes);
  const header = parseHeader(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + headerBytes));
  const { [METADATA_KEY]: metadata = {}, ...rest } = header;
  if (!isRecord(metadata) || Object.values(metadata).some((value) => typeof value !== "string")) {
    throw refuse("its metadata must be texts by name");
  }
  const entries = Object.entries(rest).map(([name, value]) => parseEntry(name, value, types));
  const data = bytes.subarray(LENGTH_BYTES + headerBytes);
  checkLayout(entries, data.length);
  const tensors = entries.map(({ name, dtype, shape, begin, end }): [string, RawTensor] => [
    name,
    { dtype, shape, bytes: data.subarray(begin, end) },
  ]);
  return {
    tensors: Object.fromEntries(tensors),
    metadata: metadata as Record<string, string>,
  };
}

function readHeaderLength(bytes: Uint8Array): number {
  if (bytes.length < LENGTH_BYTES) {
    throw refuse(`it has ${bytes.length} bytes, at least 8 are wanted`);
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  const available = bytes.length - LENGTH_BYTES;
  if (length > BigInt(available)) {
    throw refuse(`its header should have ${length} bytes, and ${available} follow`);
  }
  return Number(length);
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  let text: string;
  let header: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    header = JSON.parse(text);
  } catch (cause) {
    throw refuse(`its header is not JSON in UTF-8: ${(cause as Error).message}`);
  }
  if (!isRecord(header)) throw refuse("its header must be a JSON object");
  if (!text.startsWith("{")) throw refuse("its header must begin with {");
  const duplicate = findDuplicateKey(text);
  if (duplicate !== undefined) throw refuse(`its header has the name "${duplicate}" twice`);
  return header;
}

function parseEntry(name: string, value: unknown, types: readonly string[]): Entry {
  const place = `the tensor "${name}"`;
  if (!isRecord(value)) throw refuse(`${place} must be a JSON object`);
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== "string" || !types.includes(dtype)) {
    throw refuse(`${place} has the type ${JSON.stringify(dtype)}; known are ${types}`);
  }
  if (!isCounts(shape)) throw refuse(`the shape of ${place} must be integers >= 0`);
  if (!isCounts(offsets) || offsets.length !== 2 || offsets[1] < offsets[0]) {
    throw refuse(`data_offsets of ${place} must be two ascending integers >= 0`);
  }
  const [begin, end] = offsets;
  const count = shape.reduce((product, size) => product * size, 1);
  const wanted = count * ELEMENT_BITS[dtype] / BYTE_BITS;
  if (wanted !== end - begin) {
    throw refuse(`${place} has ${end - begin} bytes, and its shape [${shape}] wants ${wanted}`);
  }
  return { name, dtype, shape, begin, end };
}

function checkLayout(entries: readonly Entry[], dataBytes: number): void {
  let at = 0;
  for (
    const { name, begin, end } of entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end)
  ) {
    if (begin !== at) throw refuse(`the tensor "${name}" begins at byte ${begin}, ${at} is wanted`);
    at = end;
  }
  if (at !== dataBytes) throw refuse(`its tensors have ${at} bytes, and its data ${dataBytes}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

function refuse(reason: string): SyntaxError {
  return new SyntaxError(`Cannot read a safetensors file: ${reason}`);
}
