import { assert, assertEquals } from "@std/assert";
import { makeFeatureScreen } from "../../../src/metrics/distances/feature_screen.ts";
import { measureSquaredDistance } from "../../../src/metrics/distances/squared_distance.ts";
import { makeTileRanges } from "../../../src/metrics/distances/tile_ranges.ts";
import { makePoints } from "../make_points.ts";

Deno.test("makeTileRanges() holds the distance of every pair between its bounds, and close to it", () => {
  for (const [rows, columns] of [[3, 1], [9, 5], [21, 16], [30, 131]]) {
    const one = makePoints({ rows, columns, seed: 1, mean: 3 });
    const other = makePoints({ rows: rows + 6, columns, seed: 2, spread: 0.5 });
    const ranges = makeTileRanges(one, other, {
      centre: new Float64Array(columns).fill(1.7),
      tileColumns: 8,
    });
    let seen = 0;
    for (let quad = 0; quad * 4 < rows; quad++) {
      for (let panel = 0; panel * 8 < other.rows; panel++) {
        ranges.measure(quad, panel);
        for (let at = 0; at < 32; at++) {
          const row = quad * 4 + Math.floor(at / 8), column = panel * 8 + at % 8;
          if (row >= rows || column >= other.rows) continue;
          const x = one.data as Float64Array, y = other.data as Float64Array;
          const square = measureSquaredDistance(x, row * columns, y, column * columns, columns);
          assert(ranges.low[at] <= square && square <= ranges.high[at], `${row}, ${column}`);
          assert(ranges.high[at] - ranges.low[at] < 1e-10 * columns, "the bounds are close");
          seen++;
        }
      }
    }
    assertEquals(seen, rows * other.rows);
  }
});

Deno.test("makeTileRanges() gives bounds of every distance, whatever the scale", () => {
  for (const spread of [1e-150, 1e-3, 1, 1e140]) {
    const set = makePoints({ rows: 4, columns: 6, spread, mean: spread });
    const x = Float64Array.from(set.data);
    const ranges = makeTileRanges(set, set, { centre: new Float64Array(6), tileColumns: 4 });
    ranges.measure(0, 0);
    for (let at = 0; at < 16; at++) {
      const square = measureSquaredDistance(x, Math.floor(at / 4) * 6, x, at % 4 * 6, 6);
      const low = ranges.low[at], high = ranges.high[at];
      assert(low <= square && square <= high, `${spread}: ${low} <= ${square} <= ${high}`);
      assert(high < Infinity);
    }
  }
});

Deno.test("makeFeatureScreen() tells points of a clump apart that float32 does not", () => {
  const fine = makePoints({ rows: 64, columns: 12, spread: 1e-5 });
  const clumps = { ...fine, data: fine.data.map((x, i) => x + (Math.floor(i / 12) % 2)) };
  const screen = makeFeatureScreen(clumps, clumps);
  // Wide enough for a few pairs of a clump; distances within it are about 24e-10.
  for (let row = 0; row < 64; row++) screen.boundRow(row, 3e-10);
  let visits = 0;
  screen.scan((row, column) => visits += Number(row !== column));
  assert(visits < 64, `${visits} visited`);
});
