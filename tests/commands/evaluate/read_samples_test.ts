import { assert, assertEquals, assertRejects } from "@std/assert";
import { encode } from "fast-png";
import { join } from "node:path";
import { digestData } from "../../../pipeline/mod.ts";
import { readSamples } from "../../../src/commands/evaluate/read_samples.ts";
import { UsageError } from "../../../src/commands/usage_error.ts";

const folder = await Deno.makeTempDir({ prefix: "assay-read-samples-test-" });
const place = (name: string) => join(folder, name);
globalThis.addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));

/** A safetensors file of tensors of any type, one after another. */
async function writeTensors(
  name: string,
  tensors: Record<string, { dtype: string; shape: number[]; data: ArrayBufferView }>,
): Promise<string> {
  let end = 0;
  const header = Object.fromEntries(
    Object.entries(tensors).map(([name, { dtype, shape, data }]) => [
      name,
      { dtype, shape, data_offsets: [end, end += data.byteLength] },
    ]),
  );
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = BigUint64Array.of(BigInt(text.length));
  const data = Object.values(tensors).map(({ data }) => new Uint8Array(data.buffer as ArrayBuffer));
  await Deno.writeFile(place(name), await new Blob([length, text, ...data]).bytes());
  return place(name);
}

const features = { dtype: "F32", shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) };
const labelsOf = (...data: bigint[]) => ({
  dtype: "I64",
  shape: [data.length],
  data: BigInt64Array.from(data),
});

Deno.test("readSamples() reads labels as PyTorch saves them, and passes by tensors of other names", async () => {
  const epoch = { dtype: "I64", shape: [], data: BigInt64Array.of(7n) };
  const path = await writeTensors("torch.safetensors", {
    features,
    labels: labelsOf(5n, 2n ** 53n - 1n),
    epoch,
    mask: { dtype: "BOOL", shape: [3], data: Uint8Array.of(0, 1, 1) },
  });
  const set = await readSamples(path);
  assert(set.kind === "features");
  assertEquals([...set.features.data], [1, 2, 3, 4]);
  assertEquals(set.labels, Float64Array.of(5, 2 ** 53 - 1));
});

Deno.test("readSamples() refuses labels that are no whole numbers from 0 to 2^53 - 1", async () => {
  const cases = {
    "number 1 is -3": labelsOf(0n, -3n),
    "number 0 is 9007199254740992": labelsOf(2n ** 53n, 0n),
    "its labels are I64 [1]; a whole number for each of 2 samples": labelsOf(1n),
    "its labels are F32 [2]": { dtype: "F32", shape: [2], data: Float32Array.of(0, 1) },
  };
  for (const [message, labels] of Object.entries(cases)) {
    const path = await writeTensors("bad.safetensors", { features, labels });
    await assertRejects(() => readSamples(path), UsageError, message);
  }
});

Deno.test("readSamples() widens BF16 and F16", async () => {
  for (const [dtype, one] of [["BF16", 0x3f80], ["F16", 0x3c00]] as const) {
    const data = Uint16Array.of(one, one | 0x8000);
    const set = await readSamples(
      await writeTensors("half.safetensors", { x: { dtype, shape: [1, 2], data } }),
    );
    assert(set.kind === "features");
    assertEquals(set.features.data, Float32Array.of(1, -1));
  }
});

Deno.test("readSamples() tells files by their ending in any case, and what to do with .npz", async () => {
  const text = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1), }\n";
  const head = [0x93, ...new TextEncoder().encode("NUMPY"), 1, 0, text.length, 0];
  const value = new Uint8Array(Float64Array.of(3).buffer);
  const bytes = Uint8Array.from([...head, ...new TextEncoder().encode(text), ...value]);
  await Deno.writeFile(place("A.NPY"), bytes);
  const set = await readSamples(place("A.NPY"));
  assertEquals([set.source, set.digest], ["npy, F64 [1, 1]", digestData(bytes)]);
  await Deno.writeTextFile(place("x.npz"), "PK");
  await assertRejects(
    () => readSamples(place("x.npz")),
    UsageError,
    'it holds several arrays; unpack it, and save one: numpy.save("x.npy"',
  );
});

Deno.test("readSamples() passes by a Mac's notes in a folder, whose digest is that of its files", async () => {
  await Deno.mkdir(place("mac"));
  const images = [[0, 9], [255, 7]].map((data) =>
    encode({ width: 2, height: 1, data: Uint8Array.from(data), channels: 1 })
  );
  await Deno.writeFile(join(place("mac"), "1.PNG"), images[1]);
  await Deno.writeFile(join(place("mac"), "0.png"), images[0]);
  await Deno.writeTextFile(join(place("mac"), "._0.png"), "no image");
  const set = await readSamples(place("mac"));
  assert(set.kind === "images");
  assertEquals([...set.pixels], [0, 9, 255, 7]);
  assertEquals(set.source, "folder of PNG, U8 [2, 1, 2], pixels from 0 to 255");
  assertEquals(set.digest, digestData(images.map((file) => `${digestData(file)}\n`).join("")));
});

Deno.test("readSamples() refuses images of 0 and 1 in any file of whole numbers", async () => {
  await Deno.mkdir(place("bits"));
  const data = Uint8Array.of(0, 1);
  await Deno.writeFile(
    join(place("bits"), "0.png"),
    encode({ width: 2, height: 1, data, channels: 1 }),
  );
  const path = await writeTensors("bits.safetensors", {
    images: { dtype: "I64", shape: [1, 1, 2], data: BigInt64Array.of(0n, 1n) },
  });
  for (const from of [place("bits"), path]) {
    await assertRejects(() => readSamples(from), UsageError, "multiply by 255");
  }
});
