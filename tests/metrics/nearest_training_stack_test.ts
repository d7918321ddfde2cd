import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { drawIntegers } from "../../src/engine/random.ts";
import { findNearestNeighbours } from "../../src/metrics/nearest_training_neighbour.ts";
import { findNearestStacks } from "../../src/metrics/nearest_training_stack.ts";

function drawPixels(stream: string, count: number): Uint8Array {
  return Uint8Array.from(drawIntegers({ seed: 3, stream, step: 0 }, count, 256));
}

Deno.test("findNearestStacks() finds what a search through all stacks finds", () => {
  const digits = { data: drawPixels("digits", 4 * 6), rows: 4, columns: 6 };
  const queries = { data: drawPixels("queries", 5 * 18), rows: 5, columns: 18 };
  const all = new Uint8Array(64 * 18);
  for (let stack = 0; stack < 64; stack++) {
    for (let channel = 0; channel < 3; channel++) {
      const digit = Math.floor(stack / 4 ** channel) % 4;
      for (let pixel = 0; pixel < 6; pixel++) {
        all[(stack * 6 + pixel) * 3 + channel] = digits.data[digit * 6 + pixel];
      }
    }
  }
  const expected = findNearestNeighbours(queries, { data: all, rows: 64, columns: 18 });
  const { stacks, distances } = findNearestStacks(queries, digits);
  for (let row = 0; row < 5; row++) {
    const from = expected.indices[row] * 18;
    assertEquals(stacks.slice(row * 18, (row + 1) * 18), all.slice(from, from + 18));
    assertAlmostEquals(distances[row], expected.distances[row], 1e-12);
  }
});

Deno.test("findNearestStacks() finds a stack of training digits at distance 0", () => {
  const digits = { data: drawPixels("digits", 3 * 4), rows: 3, columns: 4 };
  const { stacks, distances } = findNearestStacks({
    data: digits.data.slice(4, 8),
    rows: 1,
    columns: 4,
  }, digits);
  assertEquals([stacks, [...distances]], [digits.data.slice(4, 8), [0]]);
});

Deno.test("findNearestStacks() refuses images that are no stacks of such digits", () => {
  const digits = { data: new Uint8Array(4), rows: 1, columns: 4 };
  assertThrows(
    () => findNearestStacks({ data: new Uint8Array(6), rows: 1, columns: 6 }, digits),
    TypeError,
    'Cannot find the nearest stacks of "[1, 6]" in "[1, 4]": a multiple of 4 columns is wanted',
  );
});
