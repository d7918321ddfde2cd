import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { makeDuplicateMeter } from "../../src/diagnosis/mod.ts";
import { drawNormal } from "../../src/engine/random.ts";

function drawRows(rows: number, columns: number, stream: string) {
  const data = Float64Array.from(drawNormal({ seed: 1, stream, step: 0 }, rows * columns));
  return { data, rows, columns };
}

function toEqualRows(value: number) {
  return { data: new Float64Array(7).fill(value), rows: 7, columns: 1 };
}

Deno.test("makeDuplicateMeter() finds 1 % among real samples, and few among others of the same kind", () => {
  const real = drawRows(500, 20, "real");
  const measure = makeDuplicateMeter(real);
  // Two of them are each other's nearest, at the threshold itself.
  assertAlmostEquals(measure(real).nearDuplicateShare, 5 / 500, 2 / 500);
  assertEquals(measure(real).spreadShare, 1);
  const others = measure(drawRows(500, 20, "others"));
  assertEquals(others.nearDuplicateShare < 0.05, true);
  assertAlmostEquals(others.spreadShare, 1, 0.05);
});

Deno.test("makeDuplicateMeter() finds ten samples repeated with a little noise, far apart as they are", () => {
  const measure = makeDuplicateMeter(drawRows(500, 20, "real"));
  const ten = drawRows(10, 20, "ten"), noise = drawRows(500, 20, "noise");
  const repeated = noise.data.map((value, at) => 0.05 * value + ten.data[at % 200]);
  const found = measure({ ...noise, data: repeated });
  assertEquals(found.nearDuplicateShare, 1);
  assertEquals(found.spreadShare > 0.5, true);
});

Deno.test("makeDuplicateMeter() refuses real samples that are all the same", () => {
  // Seven times 0.1, whose sum is not 7 times as large.
  assertThrows(
    () => makeDuplicateMeter(toEqualRows(0.1)),
    RangeError,
    "Cannot compare with 7 real samples: their variance is 0; different ones are wanted",
  );
});

Deno.test("makeDuplicateMeter() finds no spread at all among equal samples, whatever their value rounds to", () => {
  const measure = makeDuplicateMeter(drawRows(50, 1, "real"));
  for (const value of [0.1, 0.3, 0.7, 1e8 + 0.1]) {
    assertEquals(measure(toEqualRows(value)), { nearDuplicateShare: 1, spreadShare: 0 });
  }
});
