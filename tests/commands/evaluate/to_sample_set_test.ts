import { assert, assertEquals, assertThrows } from "@std/assert";
import { toSampleSet } from "../../../src/commands/evaluate/to_sample_set.ts";

const values = (...numbers: number[]) => Float32Array.from(numbers);

Deno.test("toSampleSet() takes two dimensions as features, as they are", () => {
  const data = values(1, 2, 3, 4, 5, 6);
  const set = toSampleSet({ dtype: "F32", shape: [2, 3], data }, "npy");
  assert(set.kind === "features");
  assertEquals(set.features, { data, rows: 2, columns: 3 });
  assertEquals(set.source, "npy, F32 [2, 3]");
});

Deno.test("toSampleSet() takes images with their channel before, behind, or nowhere", () => {
  const data = Uint8Array.of(1, 2, 3, 4, 5, 6);
  for (const shape of [[1, 2, 3], [1, 2, 3, 1], [1, 1, 2, 3]]) {
    const set = toSampleSet({ dtype: "U8", shape, data }, "npy");
    assert(set.kind === "images");
    assertEquals([set.count, set.height, set.width], [1, 2, 3]);
    assertEquals(set.pixels, data);
    assertEquals(set.source, `npy, U8 [${shape.join(", ")}], pixels from 0 to 255`);
  }
});

Deno.test("toSampleSet() reads pixels of floating point by the narrowest range that holds them", () => {
  const read = (...numbers: number[]) => {
    const set = toSampleSet({ dtype: "F32", shape: [1, 1, 3], data: values(...numbers) }, "npy");
    assert(set.kind === "images");
    return [set.source.split(", ").at(-1), ...set.pixels];
  };
  assertEquals(read(0, 0.2, 1), ["pixels from 0 to 1", 0, 51, 255]);
  assertEquals(read(-1, 0.2, 1), ["pixels from -1 to 1", 0, 153, 255]);
  assertEquals(read(0, 128, 255), ["pixels from 0 to 255", 0, 128, 255]);
  // What rounding of a sigmoid leaves.
  assertEquals(read(-1e-7, 0.5, 1 + 1e-7), ["pixels from 0 to 1", 0, 128, 255]);
});

Deno.test("toSampleSet() refuses colours, whole features, other ranges and NaN", () => {
  const refuse = (
    tensor: Parameters<typeof toSampleSet>[0],
    message: string,
  ) => assertThrows(() => toSampleSet(tensor, "npy"), TypeError, message);
  refuse(
    { dtype: "U8", shape: [1, 2, 1, 3], data: new Uint8Array(6) },
    "npy, U8 [1, 2, 1, 3] is neither features [n, d] nor grey images",
  );
  refuse({ dtype: "U8", shape: [3], data: Uint8Array.of(1, 2, 3) }, "U8 [3] is neither features");
  refuse(
    { dtype: "I32", shape: [1, 3], data: Int32Array.of(1, 2, 3) },
    "npy, I32 [1, 3] has whole numbers; features of float32 or float64 are wanted",
  );
  refuse(
    { dtype: "F32", shape: [1, 1, 2], data: values(-3, 7) },
    "has pixels from -3 to 7; 0 to 1, -1 to 1 or 0 to 255 is wanted",
  );
  refuse(
    { dtype: "F32", shape: [1, 1, 2], data: values(0, NaN) },
    "has the value NaN at 1; finite pixels are wanted",
  );
});
