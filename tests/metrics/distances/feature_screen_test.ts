import { assert, assertEquals } from "@std/assert";
import { makeFeatureScreen } from "../../../src/metrics/distances/feature_screen.ts";
import { measureSquaredDistance } from "../../../src/metrics/distances/squared_distance.ts";
import { makePoints } from "../make_points.ts";
import { multiplyPlainly } from "../multiply_plainly.ts";

const SCREENS = { "by its kernel": {}, "by given products": { multiply: multiplyPlainly } };

for (const [by, options] of Object.entries(SCREENS)) {
  Deno.test(`makeFeatureScreen() ${by} visits each pair once when every row asks for all`, () => {
    for (const [rows, columns] of [[1, 1], [3, 9], [4, 8], [35, 41]]) {
      const one = makePoints({ rows, columns: 3 }),
        other = makePoints({ rows: columns, columns: 3 });
      const screen = makeFeatureScreen(one, other, options);
      for (let row = 0; row < rows; row++) screen.boundRow(row, Infinity);
      const visits = new Uint8Array(rows * columns);
      screen.scan((row, column) => visits[row * columns + column]++);
      assertEquals([...visits], Array(rows * columns).fill(1));
    }
  });

  Deno.test(`makeFeatureScreen() ${by} visits pairs above the diagonal only, and none unasked`, () => {
    const set = makePoints({ rows: 45, columns: 2 });
    const screen = makeFeatureScreen(set, set, options);
    const pairs: number[][] = [];
    screen.scan((row, column) => pairs.push([row, column]), { isAbove: true });
    assertEquals(pairs, []);
    for (let column = 0; column < 45; column++) screen.boundColumn(column, Infinity);
    screen.scan((row, column) => pairs.push([row, column]), { isAbove: true });
    assertEquals(pairs.length, 45 * 44 / 2);
    assert(pairs.every(([row, column]) => row < column));
  });

  Deno.test(`makeFeatureScreen() ${by} misses no near pair and passes few others`, () => {
    const one = makePoints({ rows: 400, columns: 32, seed: 1 });
    const other = makePoints({ rows: 400, columns: 32, seed: 2 });
    const near = new Set<number>();
    const square = 40;
    for (let row = 0; row < 400; row++) {
      for (let column = 0; column < 400; column++) {
        let sum = 0;
        for (let k = 0; k < 32; k++) {
          sum += (one.data[row * 32 + k] - other.data[column * 32 + k]) ** 2;
        }
        if (sum <= square) near.add(row * 400 + column);
      }
    }
    const screen = makeFeatureScreen(one, other, options);
    for (let row = 0; row < 400; row++) screen.boundRow(row, square);
    const passed = new Set<number>();
    screen.scan((row, column) => passed.add(row * 400 + column));
    assert(near.size > 1000);
    assertEquals([...near].filter((pair) => !passed.has(pair)), []);
    // The bound is 3e-6 of the squares wide; 160,000 pairs have about 1 so near to it.
    assert(passed.size <= near.size + 5, `${passed.size} passed for ${near.size}`);
  });

  Deno.test(`makeFeatureScreen() ${by} gives bounds of every distance, whatever the scale, and close ones`, () => {
    for (const [spread, columns] of [[1e-150, 6], [1e-3, 6], [1, 6], [1, 131], [1e140, 6]]) {
      const set = makePoints({ rows: 40, columns, spread, mean: spread });
      const x = Float64Array.from(set.data);
      const screen = makeFeatureScreen(set, set, options);
      for (let row = 0; row < 40; row++) screen.boundRow(row, Infinity);
      let visits = 0;
      screen.scan((i, j, ranges, at) => {
        const low = ranges.low[at], high = ranges.high[at];
        const square = measureSquaredDistance(x, i * columns, x, j * columns, columns);
        assert(low <= square && square <= high, `${spread}: ${low} <= ${square} <= ${high}`);
        // 2 γ (‖x‖² + ‖y‖²), where lengths are below 5 spreads a feature; and what a scale of 2^400 leaves below the range.
        const width = 100 * columns * (columns + 11) * 2 ** -24 * spread ** 2 + 2 ** -870;
        assert(high - low < width, `${spread}: ${low} to ${high}`);
        visits++;
      });
      assertEquals(visits, 40 * 40);
    }
  });
}

Deno.test("makeFeatureScreen() takes as many screens as a long evaluation makes", () => {
  const set = makePoints({ rows: 8, columns: 4 });
  for (let repeat = 0; repeat < 500; repeat++) makeFeatureScreen(set, set);
});

Deno.test("makeFeatureScreen() visits the blocks of given products in order, pairs above the diagonal too", () => {
  // Blocks are of 1,024 rows and columns.
  const set = makePoints({ rows: 1040, columns: 1 });
  const screen = makeFeatureScreen(set, set, { multiply: multiplyPlainly });
  for (let row = 0; row < set.rows; row++) screen.boundRow(row, Infinity);
  for (const isAbove of [false, true]) {
    const lastColumns = new Int32Array(set.rows).fill(-1), lastRows = lastColumns.slice();
    let visits = 0, isInOrder = true;
    screen.scan((row, column) => {
      isInOrder &&= lastColumns[row] < column && lastRows[column] < row;
      lastColumns[row] = column;
      lastRows[column] = row;
      visits++;
    }, { isAbove });
    assert(isInOrder);
    assertEquals(visits, isAbove ? 1040 * 1039 / 2 : 1040 * 1040);
  }
});
