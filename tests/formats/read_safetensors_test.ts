import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { readSafetensors } from "../../src/formats/read_safetensors.ts";
import { fromBase64, toSafetensorsBytes } from "./make_bytes.ts";

interface Golden {
  readonly name: string;
  readonly file_base64: string;
  readonly must_refuse?: boolean;
  readonly metadata?: Record<string, string>;
  readonly tensors: {
    name: string;
    dtype: string;
    shape: number[];
    values: (number | string)[];
    bytes_hex: string;
  }[];
}

const cases: Golden[] = JSON.parse(
  Deno.readTextFileSync(new URL("../golden/safetensors.json", import.meta.url)),
).cases;

for (const { name, file_base64, metadata, tensors } of cases.filter((one) => one.tensors)) {
  Deno.test(`readSafetensors() reads the golden file ${name}`, () => {
    const file = readSafetensors(fromBase64(file_base64));
    assertEquals(file.metadata, metadata ?? {});
    assertEquals(Object.keys(file.tensors).sort(), tensors.map((tensor) => tensor.name));
    for (const { name, dtype, shape, values, bytes_hex } of tensors) {
      const { data, ...described } = file.tensors[name];
      assertEquals(described, { dtype, shape } as typeof described);
      assertEquals([...data], values.map(Number), name);
      assertEquals(
        new Uint8Array(data.buffer, data.byteOffset, data.byteLength).toHex(),
        bytes_hex,
      );
    }
  });
}

/** What the message must name, for each golden file that is refused. */
const REASONS: Record<string, string> = {
  bad_truncated_header: "its header should have 424 bytes",
  bad_header_length_beyond_file: "its header should have 1000000 bytes",
  bad_overlapping_offsets: 'the tensor "b" begins at byte 2, 4 is wanted',
  bad_shorter_than_8_bytes: "it has 5 bytes, at least 8 are wanted",
  bad_empty_file: "it has 0 bytes, at least 8 are wanted",
  bad_truncated_data: "its tensors have 80 bytes, and its data 79",
  bad_trailing_bytes: "its tensors have 80 bytes, and its data 81",
  bad_hole_between_tensors: 'the tensor "b" begins at byte 4, 2 is wanted',
  bad_shape_size_mismatch: 'the tensor "a" has 4 bytes, and its shape [2] wants 8',
  bad_end_before_begin: 'data_offsets of the tensor "a" must be two ascending integers',
  bad_offset_beyond_data: "its tensors have 9 bytes, and its data 4",
  bad_header_not_json: "its header is not JSON in UTF-8",
  bad_header_is_array: "its header must be a JSON object",
  bad_unknown_dtype: 'the tensor "a" has the type "Q99"; known are U8,I32,F32,F64',
  bad_negative_shape: 'the shape of the tensor "a" must be integers >= 0',
  bad_header_length_top_bit: "its header should have 9223372036854775808 bytes",
  bad_invalid_utf8_header: "its header is not JSON in UTF-8",
  bad_shape_product_overflow: "its shape [4294967296,4294967296] wants",
  bad_metadata_not_string: "its metadata must be texts by name",
  bad_duplicate_names: 'its header has the name "a" twice',
};

for (const { name, file_base64 } of cases.filter((one) => one.must_refuse)) {
  Deno.test(`readSafetensors() refuses the golden file ${name}`, () => {
    assertThrows(
      () => readSafetensors(fromBase64(file_base64)),
      SyntaxError,
      REASONS[name] ?? `no reason is pinned for ${name}`,
    );
  });
}

Deno.test("readSafetensors() names every reason that a golden file is refused for", () => {
  const refused = cases.filter((one) => one.must_refuse).map((one) => one.name);
  assertEquals(Object.keys(REASONS).sort(), refused.sort());
});

Deno.test("readSafetensors() gives views where aligned and copies where not", () => {
  const header = '{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}';
  const aligned = toSafetensorsBytes(header.padEnd(56), [0, 0, 0xc0, 0x3f]);
  const view = readSafetensors(aligned).tensors.x;
  assertEquals([...view.data], [1.5]);
  assertStrictEquals(view.data.buffer, aligned.buffer);

  const shifted = readSafetensors(toSafetensorsBytes(header.padEnd(55), [0, 0, 0xc0, 0x3f]));
  assertEquals([...shifted.tensors.x.data], [1.5]);
});

Deno.test("readSafetensors() reads a file that lies inside a larger buffer", () => {
  const header = '{"x":{"dtype":"I32","shape":[2],"data_offsets":[0,8]}}';
  const bytes = toSafetensorsBytes(header, [1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);
  for (const offset of [1, 4]) {
    const outer = new Uint8Array(bytes.length + offset + 3).fill(0xaa);
    outer.set(bytes, offset);
    const file = readSafetensors(outer.subarray(offset, offset + bytes.length));
    assertEquals([...file.tensors.x.data], [1, -1]);
  }
});

for (
  const [what, entry] of [
    ["a fractional size", '{"dtype":"U8","shape":[1.5],"data_offsets":[0,4]}'],
    ["a shape that is no list", '{"dtype":"U8","shape":4,"data_offsets":[0,4]}'],
    ["one offset", '{"dtype":"U8","shape":[4],"data_offsets":[0]}'],
    ["three offsets", '{"dtype":"U8","shape":[4],"data_offsets":[0,4,4]}'],
    ["no type", '{"shape":[4],"data_offsets":[0,4]}'],
    ["a type that only a JavaScript object knows", '{"dtype":"toString","shape":[4]}'],
    ["an entry that is no object", "4"],
  ]
) {
  Deno.test(`readSafetensors() refuses ${what}, and names the tensor`, () => {
    const bytes = toSafetensorsBytes(`{"some/name":${entry}}`, [1, 2, 3, 4]);
    assertThrows(() => readSafetensors(bytes), SyntaxError, 'the tensor "some/name"');
  });
}

Deno.test("readSafetensors() refuses a header that begins with blanks, as the format does", () => {
  assertThrows(
    () => readSafetensors(toSafetensorsBytes("  {}", [])),
    SyntaxError,
    "its header must begin with {",
  );
});
