import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { measureFrechetDistance } from "../../src/metrics/frechet_distance.ts";
import type { FeatureMatrix } from "../../src/metrics/feature_matrix.ts";
import { computeMeanCovariance } from "../../src/metrics/mean_covariance.ts";
import { makePoints } from "./make_points.ts";
import { assertGolden, readGolden } from "./read_golden.ts";

function toMatrix(rows: number[][]): FeatureMatrix {
  return { data: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0].length };
}

/** Rows that no closed form is needed for: a fixed quadratic sequence, spread over [0, 1). */
function makeFeatures(rows: number, columns: number, seed: number): FeatureMatrix {
  const data = Float32Array.from({ length: rows * columns }, (_, i) => {
    return (((i + seed) * (i + 3 * seed) * 0.6180339887) % 1 + 1) % 1;
  });
  return { data, rows, columns };
}

for (const golden of readGolden("frechet")) {
  Deno.test(`measureFrechetDistance() gives the golden value of ${golden.name}`, () => {
    const { x, y } = golden.inputs;
    const fake = toMatrix(x);
    const distance = measureFrechetDistance(fake, y === "same as x" ? fake : toMatrix(y));
    assertGolden(distance, golden.expected.frechet, golden);
    assert(distance >= 0);
  });
}

Deno.test("measureFrechetDistance() adds mean and spread, worked by hand", () => {
  // Variances 1 and 4, means 0 and 3: 9 + (2 - 1)².
  const fake = toMatrix([[-1], [0], [1]]), real = toMatrix([[1], [3], [5]]);
  assertAlmostEquals(measureFrechetDistance(fake, real), 10, 1e-12);
});

Deno.test("measureFrechetDistance() does not care which set comes first", () => {
  const a = makeFeatures(60, 12, 1), b = makeFeatures(40, 12, 2);
  assertAlmostEquals(measureFrechetDistance(a, b), measureFrechetDistance(b, a), 1e-11);
});

Deno.test("measureFrechetDistance() is not moved by dead features", () => {
  const a = makeFeatures(50, 6, 3), b = makeFeatures(50, 6, 4);
  const widen = ({ data, rows, columns }: FeatureMatrix): FeatureMatrix => {
    const wide = new Float64Array(rows * (columns + 4));
    for (let row = 0; row < rows; row++) {
      wide.set(data.subarray(row * columns, (row + 1) * columns), row * (columns + 4) + 2);
    }
    return { data: wide, rows, columns: columns + 4 };
  };
  assertAlmostEquals(
    measureFrechetDistance(widen(a), widen(b)),
    measureFrechetDistance(a, b),
    1e-11,
  );
});

Deno.test("measureFrechetDistance() keeps ten digits with fewer rows than features", () => {
  const golden = readGolden("frechet").find(({ name }) => name === "rank_deficient_d24")!;
  const { x, y } = golden.inputs;
  // 1e-10 where the golden file allows 1e-6: singular values carry no √1e-16 of noise.
  const strict = { ...golden, tolerance: { rtol: 1e-10, atol: 0 } };
  assertGolden(measureFrechetDistance(toMatrix(x), toMatrix(y)), golden.expected.frechet, strict);
});

Deno.test("measureFrechetDistance() is the distance of means for sets of one repeated row", () => {
  const repeat = (row: number[]) => toMatrix([row, row, row]);
  assertEquals(measureFrechetDistance(repeat([1, 2]), repeat([4, 6])), 25);
  assertEquals(measureFrechetDistance(repeat([0.5, 7]), repeat([0.5, 7])), 0);
});

Deno.test("measureFrechetDistance() refuses sets of different features", () => {
  assertThrows(
    () => measureFrechetDistance(makeFeatures(3, 2, 1), makeFeatures(3, 4, 1)),
    TypeError,
    'Cannot measure the Fréchet distance of "[3, 2]" and "[3, 4]": their columns differ',
  );
});

Deno.test("measureFrechetDistance() of a shifted set is ‖δ‖², of a scaled one (s - 1)² tr S", () => {
  const set = makePoints({ rows: 80, columns: 5 });
  const shift = [3, -1, 0, 0.5, 2];
  const moved = { ...set, data: set.data.map((value, i) => value + shift[i % 5]) };
  const length = shift.reduce((total, value) => total + value ** 2, 0);
  assertAlmostEquals(measureFrechetDistance(moved, set), length, 1e-11);

  const { mean, covariance } = computeMeanCovariance(set);
  const trace = mean.reduce((total, _, k) => total + covariance[k * 5 + k], 0);
  // Scaled about its mean, so that the means agree.
  const grown = { ...set, data: set.data.map((value, i) => 3 * value - 2 * mean[i % 5]) };
  assertAlmostEquals(measureFrechetDistance(grown, set), 4 * trace, 1e-10);
  assertAlmostEquals(measureFrechetDistance(set, set), 0, 1e-12);
});

Deno.test("measureFrechetDistance() keeps its digits at scales that products of roots do not hold", () => {
  const fake = makePoints({ rows: 40, columns: 5, seed: 1, mean: 0.3 });
  const real = makePoints({ rows: 40, columns: 5, seed: 2 });
  const plain = measureFrechetDistance(fake, real);
  for (const exponent of [-330, -40, 40, 330]) {
    const scale = (set: FeatureMatrix) => ({
      ...set,
      data: set.data.map((x) => x * 2 ** exponent),
    });
    const distance = measureFrechetDistance(scale(fake), scale(real));
    assertAlmostEquals(distance / 2 ** exponent / 2 ** exponent / plain, 1, 1e-13);
  }
});
