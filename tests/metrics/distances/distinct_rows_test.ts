import { assertEquals } from "@std/assert";
import { drawIntegers } from "../../../src/engine/random.ts";
import { findDistinctRows } from "../../../src/metrics/distances/distinct_rows.ts";
import { takeRows } from "../../../src/metrics/take_rows.ts";
import { makePoints } from "../make_points.ts";

Deno.test("findDistinctRows() finds each row once, and gives back the set", () => {
  const atoms = makePoints({ rows: 40, columns: 3 });
  const set = takeRows(atoms, drawIntegers({ seed: 1, stream: "test", step: 0 }, 500, 40));
  const { set: distinct, counts, numbers } = findDistinctRows(set);
  assertEquals(distinct.rows, 40);
  assertEquals(takeRows(distinct, numbers), set);
  const seen = new Uint32Array(40);
  numbers.forEach((number) => seen[number]++);
  assertEquals(counts, seen);
});

Deno.test("findDistinctRows() keeps rows apart whose hashes collide", () => {
  // FNV-1a over (low, high): equal where high ^ (start ^ low) * factor is.
  const mix = (low: number) => Math.imul(0x811c9dc5 ^ low, 0x01000193);
  const [one, other, high] = [1, 2, 0x3ff00000];
  const words = Uint32Array.of(one, high, other, high ^ mix(one) ^ mix(other), one, high);
  const set = { data: new Float64Array(words.buffer), rows: 3, columns: 1 };
  assertEquals([...findDistinctRows(set).numbers], [0, 1, 0]);
});
