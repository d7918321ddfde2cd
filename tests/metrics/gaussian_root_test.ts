import { assertAlmostEquals, assertEquals } from "@std/assert";
import { findGaussianRoot } from "../../src/metrics/gaussian_root.ts";
import { computeMeanCovariance } from "../../src/metrics/mean_covariance.ts";
import { makePoints } from "./make_points.ts";

Deno.test("findGaussianRoot() takes the feature of the most variance first, worked by hand", () => {
  const moments = { mean: new Float64Array(2), covariance: Float64Array.of(2, 6, 6, 36) };
  // Of the first feature, 2 - (6 / 6)² is left.
  assertEquals([...findGaussianRoot(moments, 1).data], [1, 6, 1, 0]);
});

for (const [rows, columns] of [[40, 6], [9, 24], [300, 40]]) {
  Deno.test(`findGaussianRoot() has the covariance as its square, and its rank, ${rows} × ${columns}`, () => {
    const moments = computeMeanCovariance(makePoints({ rows, columns }));
    const root = findGaussianRoot(moments, 4);
    assertEquals([root.rows, root.columns], [Math.min(rows - 1, columns), columns]);
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j < columns; j++) {
        let square = 0;
        for (let k = 0; k < root.rows; k++) {
          square += root.data[k * columns + i] * root.data[k * columns + j];
        }
        assertAlmostEquals(square, 4 * moments.covariance[i * columns + j], 1e-13);
      }
    }
  });
}

Deno.test("findGaussianRoot() has no row for features that are dead, or repeat another", () => {
  const { data, rows } = makePoints({ rows: 50, columns: 1 });
  const repeated = Float64Array.from({ length: 3 * rows }, (_, at) => {
    return at % 3 === 1 ? 0.1 : data[Math.floor(at / 3)];
  });
  const moments = computeMeanCovariance({ data: repeated, rows, columns: 3 });
  assertEquals(findGaussianRoot(moments, 1).rows, 1);
  const nothing = { mean: new Float64Array(2), covariance: new Float64Array(4) };
  assertEquals(findGaussianRoot(nothing, 1).rows, 0);
});
