import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { measureKernelDistance } from "../../src/metrics/kernel_distance.ts";
import { measureKernelDistanceOverBlocks } from "../../src/metrics/kernel_distance_blocks.ts";
import { makePoints } from "./make_points.ts";

Deno.test("measureKernelDistanceOverBlocks() is the mean over consecutive blocks, with their standard error", () => {
  const fake = makePoints({ rows: 45, columns: 3, seed: 1, mean: 0.5 });
  const real = makePoints({ rows: 60, columns: 3, seed: 2 });
  const { mean, standardError, values, rows } = measureKernelDistanceOverBlocks(fake, real, {
    blocks: 4,
  });
  assertEquals([rows, values.length], [11, 4]);
  const cut = (set: typeof fake, from: number) => ({
    data: set.data.subarray(from * 3, (from + 11) * 3),
    rows: 11,
    columns: 3,
  });
  assertEquals(values[2], measureKernelDistance(cut(fake, 22), cut(real, 22)));
  assertAlmostEquals(mean, (values[0] + values[1] + values[2] + values[3]) / 4, 1e-15);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 3;
  assertAlmostEquals(standardError, Math.sqrt(variance / 4), 1e-15);
});

Deno.test("measureKernelDistanceOverBlocks() keeps blocks to the most rows asked for", () => {
  const set = makePoints({ rows: 100, columns: 2 });
  const { rows } = measureKernelDistanceOverBlocks(set, set, { blocks: 2, mostRows: 7 });
  assertEquals(rows, 7);
});

Deno.test("measureKernelDistanceOverBlocks() has a standard error that is the spread over new samples", () => {
  const real = makePoints({ rows: 400, columns: 4, seed: 1000 });
  const runs = Array.from(
    { length: 60 },
    (_, seed) =>
      measureKernelDistanceOverBlocks(
        makePoints({ rows: 400, columns: 4, seed, mean: 0.3 }),
        real,
        {
          blocks: 8,
        },
      ),
  );
  const mean = runs.reduce((sum, run) => sum + run.mean, 0) / 60;
  const spread = Math.sqrt(runs.reduce((sum, run) => sum + (run.mean - mean) ** 2, 0) / 59);
  const told = runs.reduce((sum, run) => sum + run.standardError, 0) / 60;
  // The told error holds the real blocks' spread too, which all runs share here: it may be larger.
  assert(told > 0.8 * spread && told < 2.5 * spread, `told ${told}, seen ${spread}`);
});

Deno.test("measureKernelDistanceOverBlocks() refuses one block, and blocks of one row", () => {
  const set = makePoints({ rows: 19, columns: 2 });
  for (const blocks of [1, 10]) {
    assertThrows(
      () => measureKernelDistanceOverBlocks(set, set, { blocks }),
      RangeError,
      `of "19" and "19" rows in "${blocks}" blocks: at least 2 blocks of 2 rows are wanted`,
    );
  }
});
