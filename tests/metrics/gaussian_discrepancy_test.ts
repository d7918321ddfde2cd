import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { measureGaussianDiscrepancy } from "../../src/metrics/gaussian_discrepancy.ts";
import { findMedianDistance } from "../../src/metrics/median_distance.ts";
import { makePoints } from "./make_points.ts";
import { assertGolden, readGolden } from "./read_golden.ts";
import { readGoldenMatrix } from "./read_golden_matrix.ts";

for (const golden of readGolden("mmd_gaussian")) {
  const x = readGoldenMatrix(golden.inputs.x), y = readGoldenMatrix(golden.inputs.y);
  const { fixed, median_heuristic: heuristic } = golden.expected;

  Deno.test(`measureGaussianDiscrepancy() gives the golden values of ${golden.name}`, () => {
    for (
      const [bandwidth, expected] of [[golden.params.sigma, fixed], [heuristic.sigma, heuristic]]
    ) {
      const { unbiased, biased } = measureGaussianDiscrepancy(x, y, { bandwidth });
      assertGolden(unbiased, expected.mmd2_unbiased, golden);
      assertGolden(biased, expected.mmd2_biased, golden);
    }
  });

  Deno.test(`findMedianDistance() gives the golden value of ${golden.name}`, () => {
    assertGolden(findMedianDistance(x, y), heuristic.sigma, golden);
  });
}

Deno.test("measureGaussianDiscrepancy() of point masses is 2 - 2 exp (-δ² / 2σ²), far from the origin too", () => {
  const at = (value: number) => ({ data: new Float64Array(6).fill(value), rows: 3, columns: 2 });
  const expected = 2 - 2 * Math.exp(-2 / 8);
  for (const offset of [0, 1e6]) {
    const options = { bandwidth: 2 };
    const { unbiased, biased } = measureGaussianDiscrepancy(at(offset), at(offset + 1), options);
    assertAlmostEquals(unbiased, expected, 1e-12);
    assertAlmostEquals(biased, expected, 1e-12);
  }
});

Deno.test("measureGaussianDiscrepancy() is 0, biased, from a set to itself", () => {
  const set = makePoints({ rows: 40, columns: 3 });
  const { unbiased, biased } = measureGaussianDiscrepancy(set, set, { bandwidth: 1 });
  assertAlmostEquals(biased, 0, 1e-14);
  assert(unbiased < 0);
});

Deno.test("findMedianDistance() grows with the sets, and takes distances rather than squares", () => {
  const set = makePoints({ rows: 20, columns: 3 }), other = makePoints({ rows: 9, columns: 3 });
  const grow = (features: typeof set) => ({ ...features, data: features.data.map((x) => 4 * x) });
  assertAlmostEquals(
    findMedianDistance(grow(set), grow(other)),
    4 * findMedianDistance(set, other),
    1e-12,
  );
  // Distances 1, 2, 3, 4, 6, 7: (3 + 4) / 2.
  const line = { data: Float64Array.of(0, 1), rows: 2, columns: 1 };
  const rest = { data: Float64Array.of(3, 7), rows: 2, columns: 1 };
  assertEquals(findMedianDistance(line, rest), 3.5);
});

Deno.test("measureGaussianDiscrepancy() refuses what would give NaN", () => {
  const at = (...data: number[]) => ({ data: Float64Array.from(data), rows: 2, columns: 1 });
  assertThrows(
    () => measureGaussianDiscrepancy(at(0, 1), at(0, 1), { bandwidth: 1e-155 }),
    RangeError,
    'bandwidth "1e-155": a finite number > 0 is wanted, whose square has an inverse',
  );
  assertThrows(
    () => measureGaussianDiscrepancy(at(0, 1e200), at(0, -1e200), { bandwidth: 1 }),
    RangeError,
    "squared lengths leave float64's range; features up to 1e150 are wanted",
  );
});

Deno.test("measureGaussianDiscrepancy() refuses a bandwidth of 0; findMedianDistance() too many rows", () => {
  const set = makePoints({ rows: 3000, columns: 1 });
  assertThrows(
    () => measureGaussianDiscrepancy(set, set, { bandwidth: 0 }),
    RangeError,
    'Cannot measure MMD with bandwidth "0": a finite number > 0 is wanted',
  );
  assertThrows(
    () => findMedianDistance(set, makePoints({ rows: 3001, columns: 1 })),
    RangeError,
    'Cannot find the median distance of "6001" rows: at most 6000 are wanted',
  );
});
