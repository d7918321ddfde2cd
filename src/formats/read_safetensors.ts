import { findDuplicateKey } from "./find_duplicate_key.ts";
import {
  ELEMENT_TYPES,
  type ElementType,
  METADATA_KEY,
  type SafetensorsFile,
  type StoredTensor,
} from "./safetensors.ts";

const LENGTH_BYTES = 8;

/** A tensor as the header describes it. */
interface Entry {
  readonly name: string;
  readonly dtype: ElementType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/**
 * Decodes a safetensors file. Everything that the format promises is checked before a tensor is looked at: tensors lie
 * one after another without holes or overlaps, and fill the file.
 *
 * @param bytes The whole file. Tensors are views of it where their elements are aligned.
 * @returns Tensors and metadata.
 * @throws {SyntaxError} Saying what is wrong, for a file that breaks the format.
 *
 * Source: the safetensors format, version 0.8.
 */
export function readSafetensors(bytes: Uint8Array): SafetensorsFile {
  const headerBytes = readHeaderLength(bytes);
  const header = parseHeader(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + headerBytes));
  const { [METADATA_KEY]: metadata = {}, ...rest } = header;
  if (!isRecord(metadata) || Object.values(metadata).some((value) => typeof value !== "string")) {
    throw refuse("its metadata must be texts by name");
  }
  const entries = Object.entries(rest).map(([name, value]) => parseEntry(name, value));
  const data = bytes.subarray(LENGTH_BYTES + headerBytes);
  checkLayout(entries, data.length);
  return {
    tensors: Object.fromEntries(entries.map((entry) => [entry.name, viewTensor(entry, data)])),
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
  const duplicate = findDuplicateKey(text);
  if (duplicate !== undefined) throw refuse(`its header has the name "${duplicate}" twice`);
  return header;
}

function parseEntry(name: string, value: unknown): Entry {
  const place = `the tensor "${name}"`;
  if (!isRecord(value)) throw refuse(`${place} must be a JSON object`);
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== "string" || !Object.hasOwn(ELEMENT_TYPES, dtype)) {
    throw refuse(
      `${place} has the type ${JSON.stringify(dtype)}; known are ${Object.keys(ELEMENT_TYPES)}`,
    );
  }
  if (!isCounts(shape)) throw refuse(`the shape of ${place} must be integers >= 0`);
  if (!isCounts(offsets) || offsets.length !== 2 || offsets[1] < offsets[0]) {
    throw refuse(`data_offsets of ${place} must be two ascending integers >= 0`);
  }
  const [begin, end] = offsets;
  const count = shape.reduce((product, size) => product * size, 1);
  const wanted = count * ELEMENT_TYPES[dtype as ElementType].BYTES_PER_ELEMENT;
  if (wanted !== end - begin) {
    throw refuse(`${place} has ${end - begin} bytes, and its shape [${shape}] wants ${wanted}`);
  }
  return { name, dtype: dtype as ElementType, shape, begin, end };
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

function viewTensor({ dtype, shape, begin, end }: Entry, data: Uint8Array): StoredTensor {
  const elements = ELEMENT_TYPES[dtype];
  const isAligned = (data.byteOffset + begin) % elements.BYTES_PER_ELEMENT === 0;
  const source = isAligned ? data.subarray(begin, end) : data.slice(begin, end);
  const count = (end - begin) / elements.BYTES_PER_ELEMENT;
  return {
    dtype,
    shape,
    data: new elements(source.buffer as ArrayBuffer, source.byteOffset, count),
  };
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
