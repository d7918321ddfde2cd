import { assertEquals, assertThrows } from "@std/assert";
import { createHash } from "node:crypto";
import { readSafetensors } from "../../src/formats/read_safetensors.ts";
import type { SafetensorsFile } from "../../src/formats/safetensors.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";
import { fromBase64 } from "./make_bytes.ts";

const EXAMPLE: SafetensorsFile = {
  tensors: {
    "wide": { dtype: "F64", shape: [2], data: Float64Array.of(Math.PI, -0) },
    "b": { dtype: "F32", shape: [2, 2], data: Float32Array.of(1, Infinity, NaN, 1e-45) },
    "a": { dtype: "F32", shape: [], data: Float32Array.of(1.5) },
    "rows": { dtype: "I32", shape: [2], data: Int32Array.of(-1, 2 ** 31 - 1) },
    "images": { dtype: "U8", shape: [1, 3], data: Uint8Array.of(1, 2, 255) },
    "none": { dtype: "F32", shape: [0, 3], data: new Float32Array() },
  },
  metadata: { note: "é€", kind: "images" },
};

Deno.test("writeSafetensors() writes what readSafetensors() reads back bit for bit", () => {
  const file = readSafetensors(writeSafetensors(EXAMPLE));
  assertEquals(file, EXAMPLE);
  const { data } = file.tensors.b;
  assertEquals(
    new Uint8Array(data.buffer, data.byteOffset, data.byteLength).toHex(),
    "0000803f0000807f0000c07f01000000",
  );
});

Deno.test("writeSafetensors() gives the pinned digest, whatever the order of names", () => {
  const reversed = (record: object) => Object.fromEntries(Object.entries(record).reverse());
  const shuffled = {
    tensors: reversed(EXAMPLE.tensors),
    metadata: reversed(EXAMPLE.metadata),
  };
  const bytes = writeSafetensors(EXAMPLE);
  assertEquals(writeSafetensors(shuffled), bytes);
  assertEquals(
    createHash("sha256").update(bytes).digest("hex"),
    "6ba537c39e95aefcb2f1ae308986e9ee4476d42fd1b86438f06291bdbe09ff8c",
  );
});

Deno.test("writeSafetensors() aligns the header to 8 bytes and every tensor to its elements", () => {
  for (const length of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const metadata = { note: "x".repeat(length) };
    const bytes = writeSafetensors({ ...EXAMPLE, metadata });
    assertEquals(new DataView(bytes.buffer).getBigUint64(0, true) % 8n, 0n);
    for (const { data } of Object.values(readSafetensors(bytes).tensors)) {
      assertEquals(data.buffer, bytes.buffer, "an aligned tensor is a view");
    }
  }
});

Deno.test("writeSafetensors() writes header and data of the golden files as the reference does", () => {
  const cases: { name: string; file_base64: string }[] = JSON.parse(
    Deno.readTextFileSync(new URL("../golden/safetensors.json", import.meta.url)),
  ).cases;
  for (const name of ["valid", "valid_space_padded_header"]) {
    const golden = fromBase64(cases.find((one) => one.name === name)!.file_base64);
    const written = writeSafetensors(readSafetensors(golden));
    const [ours, theirs] = [written, golden].map(splitFile);
    // The reference leaves the order of metadata, and the padding of older files, open.
    assertEquals(JSON.parse(ours.header), JSON.parse(theirs.header));
    assertEquals(Object.keys(JSON.parse(ours.header)), Object.keys(JSON.parse(theirs.header)));
    assertEquals(ours.data, theirs.data);
  }
});

Deno.test("writeSafetensors() writes a file without tensors", () => {
  const bytes = writeSafetensors({ tensors: {}, metadata: {} });
  assertEquals(new TextDecoder().decode(bytes.subarray(8)), "{}      ");
  assertEquals(readSafetensors(bytes), { tensors: {}, metadata: {} });
});

Deno.test("writeSafetensors() writes a tensor that is a part of a larger array", () => {
  const data = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
  const file = writeSafetensors({
    tensors: { x: { dtype: "F32", shape: [2], data } },
    metadata: {},
  });
  assertEquals([...readSafetensors(file).tensors.x.data], [2, 3]);
});

Deno.test("writeSafetensors() refuses data that does not fill its shape", () => {
  const x = { dtype: "F32", shape: [2, 2], data: new Float32Array(3) } as const;
  assertThrows(
    () => writeSafetensors({ tensors: { x }, metadata: {} }),
    RangeError,
    'Cannot write the tensor "x": its shape is [2,2], and it has 3 elements',
  );
  const y = { dtype: "F32", shape: [1.5, 2], data: new Float32Array(3) } as const;
  assertThrows(
    () => writeSafetensors({ tensors: { y }, metadata: {} }),
    RangeError,
    'Cannot write the tensor "y": its shape is [1.5,2], and it has 3 elements',
  );
});

Deno.test("writeSafetensors() refuses data of another type, and a reserved name", () => {
  const x = { dtype: "F32", shape: [2], data: new Float64Array(2) } as const;
  assertThrows(
    () => writeSafetensors({ tensors: { x }, metadata: {} }),
    TypeError,
    'Cannot write the tensor "x" as F32: its data is Float64Array, Float32Array is wanted',
  );
  const y = { dtype: "F64", shape: [2], data: new Float64Array(2) } as const;
  for (const name of ["__metadata__", "__proto__"]) {
    assertThrows(
      () => writeSafetensors({ tensors: Object.fromEntries([[name, y]]), metadata: {} }),
      TypeError,
      `Cannot write the tensor "${name}": its name is reserved`,
    );
  }
});

/** The header's text and the data of a file. */
function splitFile(bytes: Uint8Array<ArrayBuffer>): { header: string; data: Uint8Array } {
  const end = 8 + Number(new DataView(bytes.buffer).getBigUint64(0, true));
  return { header: new TextDecoder().decode(bytes.subarray(8, end)), data: bytes.slice(end) };
}
