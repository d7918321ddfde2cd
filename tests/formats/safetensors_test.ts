import { assertEquals, assertThrows } from "@std/assert";
import { decodeBase64, readGolden } from "../read_golden.ts";
import { readSafetensors } from "../../src/formats/read_safetensors.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";

interface Case {
  readonly name: string;
  readonly file_base64: string;
  readonly must_refuse?: boolean;
  readonly metadata?: Record<string, string>;
  readonly tensors?: { name: string; dtype: string; shape: number[]; bytes_hex: string }[];
}

const { cases } = await readGolden<{ cases: Case[] }>("safetensors");

for (const golden of cases) {
  const bytes = decodeBase64(golden.file_base64);
  if (golden.must_refuse) {
    Deno.test(`readSafetensors() refuses ${golden.name}`, () => {
      assertThrows(() => readSafetensors(bytes), SyntaxError, "Cannot read a safetensors file");
    });
    continue;
  }
  if (golden.tensors === undefined) continue;
  Deno.test(`readSafetensors() reads ${golden.name} like the reference library`, () => {
    const { tensors, metadata } = readSafetensors(bytes);
    assertEquals(metadata, golden.metadata ?? {});
    const found = Object.entries(tensors).map(([name, { dtype, shape, data }]) => ({
      name,
      dtype,
      shape: [...shape],
      bytes_hex: new Uint8Array(data.buffer, data.byteOffset, data.byteLength).toHex(),
    }));
    const wanted = golden.tensors!.map(({ name, dtype, shape, bytes_hex }) => ({
      name,
      dtype,
      shape,
      bytes_hex,
    }));
    const byName = (a: { name: string }, b: { name: string }) => a.name < b.name ? -1 : 1;
    assertEquals(found.sort(byName), wanted.sort(byName));
  });
}

Deno.test("writeSafetensors() gives the same bytes whatever the order of its tensors", () => {
  const a = { dtype: "U8", shape: [3], data: Uint8Array.of(1, 2, 3) } as const;
  const b = { dtype: "F64", shape: [], data: Float64Array.of(-0) } as const;
  const first = writeSafetensors({ tensors: { a, b }, metadata: { x: "1", y: "2" } });
  assertEquals(first, writeSafetensors({ tensors: { b, a }, metadata: { y: "2", x: "1" } }));
  const { tensors, metadata } = readSafetensors(first);
  assertEquals(tensors, { a, b });
  assertEquals(Object.is(tensors.b.data[0], -0), true);
  assertEquals(metadata, { x: "1", y: "2" });
});

Deno.test("readSafetensors() reads from the middle of a buffer, aligned or not", () => {
  const x = { dtype: "F32", shape: [2], data: Float32Array.of(1.5, -2) } as const;
  const bytes = writeSafetensors({ tensors: { x }, metadata: {} });
  for (const offset of [0, 3, 8]) {
    const shifted = new Uint8Array(bytes.length + offset);
    shifted.set(bytes, offset);
    assertEquals(readSafetensors(shifted.subarray(offset)).tensors.x.data, x.data);
  }
});

Deno.test("writeSafetensors() refuses data that does not fit its shape", () => {
  const x = { dtype: "U8", shape: [2, 2], data: Uint8Array.of(1, 2, 3) } as const;
  assertThrows(
    () => writeSafetensors({ tensors: { x }, metadata: {} }),
    RangeError,
    `Cannot write the tensor "x": its shape is [2,2], and it has 3 elements`,
  );
});
