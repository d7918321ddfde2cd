import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { parseCsv, writeCsv } from "../../src/formats/csv.ts";
import { findDuplicateKey } from "../../src/formats/find_duplicate_key.ts";
import { parseIdxImages, parseIdxLabels } from "../../src/formats/parse_idx.ts";
import { readSafetensors } from "../../src/formats/read_safetensors.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";
import { decodeBase64, readGolden } from "../read_golden.ts";
import { type Fuzzer, makeFuzzer } from "./make_fuzzer.ts";
import { type Bytes, mutateBytes } from "./mutate_bytes.ts";
import { mutateJson } from "./mutate_json.ts";

const tensors = (await readGolden<{ cases: { file_base64: string }[] }>("safetensors")).cases
  .map(({ file_base64 }) => decodeBase64(file_base64));
const idx = await readGolden<{ cases: { images_base64: string; labels_base64: string }[] }>("idx");
const images = idx.cases.map(({ images_base64 }) => decodeBase64(images_base64));
const labels = idx.cases.map(({ labels_base64 }) => decodeBase64(labels_base64));

const table = new TextEncoder().encode(writeCsv(["step", "loss"], [[1, 0.5], [2, NaN], [3, -0]]));

const names = fc.array(fc.constantFrom("a", "b", "\\u0061", "\\\\", '\\"', "{", "é"), {
  maxLength: 5,
});

/** Readers of data files. */
export const FORMAT_FUZZERS: readonly Fuzzer[] = [
  makeFuzzer("readSafetensors() of edited files", mutateBytes(tensors), {
    read: (bytes) => checkTensors(bytes),
    refuses: SyntaxError,
  }),
  makeFuzzer("readSafetensors() of edited headers", mutateJson(tensors.flatMap(readHeader)), {
    read: (header) => checkTensors(writeHeader(header)),
    refuses: SyntaxError,
  }),
  makeFuzzer("parseIdxImages() of edited files", mutateBytes(images), {
    read: (bytes) => {
      const { count, rows, columns, pixels } = parseIdxImages(bytes);
      assertEquals(pixels.length, count * rows * columns);
    },
    refuses: SyntaxError,
  }),
  makeFuzzer("parseIdxLabels() of edited files", mutateBytes(labels), {
    read: (bytes) => assertEquals(parseIdxLabels(bytes).length, bytes.length - 8),
    refuses: SyntaxError,
  }),
  makeFuzzer("parseCsv() of edited tables", mutateBytes([table]), {
    read: (bytes) => {
      const columns = Object.values(parseCsv(new TextDecoder().decode(bytes)));
      assertEquals(new Set(columns.map(({ length }) => length)).size, 1);
    },
    refuses: SyntaxError,
  }),
  makeFuzzer("findDuplicateKey() of objects with names that may come twice", names, {
    read: (list) => {
      const text = `{${list.map((name) => `"${name}": {"a": [{"a": 1}]}`).join(", ")}}`;
      const plain = list.map((name) => JSON.parse(`"${name}"`));
      const twin = plain.find((name, at) => plain.indexOf(name) < at);
      assertEquals(findDuplicateKey(text), twin);
    },
    refuses: SyntaxError,
    least: { read: 1, refused: 0 },
  }),
];

/** What was read is written and read the same. */
function checkTensors(bytes: Bytes): void {
  const file = readSafetensors(bytes);
  const again = readSafetensors(writeSafetensors(file));
  assertEquals(Object.keys(again.tensors).sort(), Object.keys(file.tensors).sort());
  for (const [name, { dtype, shape, data }] of Object.entries(file.tensors)) {
    assertEquals([again.tensors[name].dtype, again.tensors[name].shape], [dtype, shape]);
    assertEquals(again.tensors[name].data.length, data.length);
  }
}

function readHeader(bytes: Uint8Array): unknown[] {
  try {
    const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
    return [JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)))];
  } catch {
    return [];
  }
}

/** A file with any header, and the 64 bytes of data that most of them want. */
function writeHeader(header: unknown): Bytes {
  const text = new TextEncoder().encode(JSON.stringify(header) ?? "");
  const ends = [...JSON.stringify(header ?? null).matchAll(/"data_offsets":\[\d+,(\d+)\]/g)];
  const dataBytes = Math.min(Math.max(0, ...ends.map(([_, end]) => Number(end))), 4096);
  const bytes = new Uint8Array(8 + text.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes;
}
