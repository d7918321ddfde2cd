import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import { drawSubsets } from "../../src/metrics/draw_subsets.ts";
import { measureKernelDistance } from "../../src/metrics/kernel_distance.ts";
import { measureKernelDistanceOverSubsets } from "../../src/metrics/kernel_distance_subsets.ts";
import { estimateMeanDiscrepancy } from "../../src/metrics/mean_discrepancy.ts";
import { makePoints } from "./make_points.ts";
import { assertGolden, readGolden } from "./read_golden.ts";
import { readGoldenMatrix } from "./read_golden_matrix.ts";

for (const golden of readGolden("kid")) {
  const x = readGoldenMatrix(golden.inputs.x), y = readGoldenMatrix(golden.inputs.y);
  const { expected } = golden;
  if (expected.kid !== undefined) {
    Deno.test(`measureKernelDistance() gives the golden value of ${golden.name}`, () => {
      assertGolden(measureKernelDistance(x, y), expected.kid, golden);
      assertGolden(measureKernelDistance(y, x), expected.kid, golden);
    });
  }
  if (expected.mmd2_biased !== undefined) {
    Deno.test(`estimateMeanDiscrepancy() gives the biased golden value of ${golden.name}`, () => {
      const kernel = (product: number) => (product / x.columns + 1) ** 3;
      assertGolden(estimateMeanDiscrepancy(x, y, kernel).biased, expected.mmd2_biased, golden);
    });
  }
  if (expected.per_subset !== undefined) {
    Deno.test(`measureKernelDistanceOverSubsets() gives the golden values of ${golden.name}`, () => {
      const { indices_x: fakeSubsets, indices_y: realSubsets } = golden
        .params as unknown as Record<string, number[][]>;
      const subsets = measureKernelDistanceOverSubsets(x, y, { fakeSubsets, realSubsets });
      assertGolden(subsets.mean, expected.kid_mean, golden);
      assertGolden(subsets.sd, expected.kid_std_population, golden);
      subsets.values.forEach((value, i) => assertGolden(value, expected.per_subset[i], golden));
    });
  }
}

Deno.test("measureKernelDistance() is of either sign for one law, and grows with a shift", () => {
  const real = makePoints({ rows: 200, columns: 5, seed: 100 });
  const values = Array.from(
    { length: 20 },
    (_, seed) => measureKernelDistance(makePoints({ rows: 200, columns: 5, seed }), real),
  );
  assert(values.some((value) => value < 0) && values.some((value) => value > 0));
  const shifted = [0.2, 0.4, 0.8, 1.6].map((mean) =>
    measureKernelDistance(makePoints({ rows: 200, columns: 5, seed: 3, mean }), real)
  );
  assert(shifted.every((value, i) => value > (shifted[i - 1] ?? 0)));
});

Deno.test("measureKernelDistance() of point masses is the closed form of its kernel", () => {
  const repeat = (row: number[]) => ({
    data: Float64Array.from([...row, ...row, ...row]),
    rows: 3,
    columns: row.length,
  });
  const x = [1, 2, 0.5], y = [0, -1, 2];
  const kernel = (a: number[], b: number[]) =>
    (a.reduce((sum, value, k) => sum + value * b[k], 0) / 3 + 1) ** 3;
  const expected = kernel(x, x) + kernel(y, y) - 2 * kernel(x, y);
  assertAlmostEquals(measureKernelDistance(repeat(x), repeat(y)), expected, 1e-12);
});

Deno.test("measureKernelDistanceOverSubsets() of whole sets has no spread", () => {
  const fake = makePoints({ rows: 30, columns: 4, seed: 1 });
  const real = makePoints({ rows: 40, columns: 4, seed: 2 });
  const draw = (rows: number) =>
    drawSubsets({ seed: 7, stream: "test", step: 0 }, { rows, size: rows, count: 3 });
  const subsets = { fakeSubsets: draw(30), realSubsets: draw(40) };
  const { mean, sd } = measureKernelDistanceOverSubsets(fake, real, subsets);
  assertAlmostEquals(mean, measureKernelDistance(fake, real), 1e-13);
  assertAlmostEquals(sd, 0, 1e-13);
});

Deno.test("measureKernelDistance() refuses a single row, and no subset", () => {
  const one = makePoints({ rows: 1, columns: 2 }), two = makePoints({ rows: 2, columns: 2 });
  assertThrows(
    () => measureKernelDistance(one, two),
    RangeError,
    'Cannot estimate the mean discrepancy of features "[1, 2]": rows is 1; at least 2 rows are',
  );
  assertThrows(
    () => measureKernelDistanceOverSubsets(two, two, { fakeSubsets: [], realSubsets: [] }),
    RangeError,
    'over "0" and "0" subsets: equal numbers, at least 1, are wanted',
  );
  assertThrows(
    () => drawSubsets({ seed: 1, stream: "s", step: 0 }, { rows: 4, size: 5, count: 1 }),
    RangeError,
    'Cannot draw subsets of "5" rows: the set has 4; a size from 1 to 4 is wanted',
  );
});
