import { assertEquals, assertThrows } from "@std/assert";
import { findNearestOthers, findNearestRows } from "../../../src/metrics/distances/nearest_rows.ts";
import { measureSquaredDistance } from "../../../src/metrics/distances/squared_distance.ts";
import type { FeatureMatrix } from "../../../src/metrics/feature_matrix.ts";
import { makePoints } from "../make_points.ts";
import { multiplyPlainly } from "../multiply_plainly.ts";

/** All distances, sorted: what the screen must not change. */
function searchPlainly(queries: FeatureMatrix, references: FeatureMatrix, count: number) {
  const isOneSet = queries === references, d = queries.columns;
  const x = Float64Array.from(queries.data), y = Float64Array.from(references.data);
  const found = Array.from(
    { length: queries.rows },
    (_, row) =>
      Array.from({ length: references.rows }, (_, index) => ({
        index,
        square: measureSquaredDistance(x, row * d, y, index * d, d),
      })).filter(({ index }) => !isOneSet || index !== row)
        .sort((a, b) => a.square - b.square || a.index - b.index).slice(0, count),
  ).flat();
  return { indices: found.map(({ index }) => index), squares: found.map(({ square }) => square) };
}

function assertSameAsPlain(queries: FeatureMatrix, references: FeatureMatrix, count: number): void {
  const plain = searchPlainly(queries, references, count);
  for (const multiply of [undefined, multiplyPlainly]) {
    const found = queries === references
      ? findNearestOthers(queries, { count, multiply })
      : findNearestRows(queries, references, { count, multiply });
    assertEquals([...found.indices], plain.indices);
    assertEquals([...found.squares], plain.squares);
  }
}

for (const [rows, columns] of [[7, 1], [33, 2], [40, 3], [100, 4], [129, 17], [70, 130]]) {
  Deno.test(`findNearestRows() and findNearestOthers() equal a plain search, [${rows}, ${columns}]`, () => {
    const one = makePoints({ rows, columns, seed: rows });
    const other = makePoints({ rows: rows + 5, columns, seed: columns, spread: 2 });
    for (const count of [1, 2, 5]) {
      assertSameAsPlain(one, other, count);
      assertSameAsPlain(one, one, count);
    }
  });
}

Deno.test("findNearestOthers() puts the lower row first where distances tie", () => {
  const data = Float32Array.from({ length: 200 }, (_, i) => (i * i * 7 + i) % 4);
  const lattice = { data, rows: 100, columns: 2 };
  for (const count of [1, 4, 20]) assertSameAsPlain(lattice, lattice, count);
});

Deno.test("findNearestRows() keeps its digits far from the origin and in tight clumps", () => {
  // Float32 cannot tell the points of a clump apart: 1e-9 beside 1.
  const far = makePoints({ rows: 60, columns: 5, mean: 1e6, spread: 1e-3 });
  const fine = makePoints({ rows: 60, columns: 5, seed: 2, spread: 1e-9 });
  const clumps = { ...fine, data: fine.data.map((x, i) => x + (Math.floor(i / 5) % 3)) };
  assertSameAsPlain(far, far, 3);
  assertSameAsPlain(clumps, clumps, 3);
  assertSameAsPlain(clumps, { ...far, data: far.data.map((x) => x - 1e6) }, 3);
});

Deno.test("findNearestRows() works at scales that float32 does not hold", () => {
  for (const spread of [1e-150, 1e-60, 1e60, 1e140]) {
    const set = makePoints({ rows: 50, columns: 6, spread });
    assertSameAsPlain(set, set, 2);
    assertSameAsPlain(set, makePoints({ rows: 40, columns: 6, spread, seed: 3 }), 2);
  }
});

Deno.test("findNearestOthers() finds an equal row at distance 0", () => {
  const data = Float64Array.of(1.1, 2.2, 5, 5, 1.1, 2.2);
  const { indices, squares } = findNearestOthers({ data, rows: 3, columns: 2 });
  assertEquals([...indices].filter((_, row) => row !== 1), [2, 0]);
  assertEquals([squares[0], squares[2]], [0, 0]);
});

Deno.test("findNearestRows() refuses NaN, a count of 0 and too few references", () => {
  const set = makePoints({ rows: 3, columns: 2 });
  const bad = { ...set, data: Float64Array.of(1, 2, 3, NaN, 5, 6) };
  assertThrows(
    () => findNearestRows(set, bad),
    TypeError,
    'Cannot find 1 nearest rows of features "[3, 2]": row 1, column 1 is NaN',
  );
  assertThrows(
    () => findNearestRows(set, set, { count: 0 }),
    RangeError,
    'Cannot find "0" nearest rows: count must be an integer >= 1',
  );
  assertThrows(
    () => findNearestRows(set, set, { count: 4 }),
    RangeError,
    "rows is 3; at least 4 rows are wanted",
  );
});

Deno.test("findNearestRows() and findNearestOthers() refuse features whose squares leave float64's range", () => {
  const set = makePoints({ rows: 3, columns: 2 });
  const large = { ...set, data: Float64Array.of(1, 2, 3, -1e200, 5, 6) };
  const problem =
    "row 1, column 1 is -1e+200, and squared distances may leave float64's range; features up to 1e+150 are wanted";
  assertThrows(() => findNearestRows(large, set), RangeError, problem);
  assertThrows(() => findNearestRows(set, large), RangeError, problem);
  assertThrows(() => findNearestOthers(large), RangeError, problem);
});
