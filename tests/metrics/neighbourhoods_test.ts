import {
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertLess,
  assertThrows,
} from "@std/assert";
import { drawIntegers } from "../../src/engine/random.ts";
import { measureDensityCoverage } from "../../src/metrics/density_coverage.ts";
import type { FeatureMatrix } from "../../src/metrics/feature_matrix.ts";
import { compareNeighbourhoods } from "../../src/metrics/neighbourhoods.ts";
import { measurePrecisionRecall } from "../../src/metrics/precision_recall.ts";
import { takeRows } from "../../src/metrics/take_rows.ts";
import { makePoints } from "./make_points.ts";
import { multiplyPlainly } from "./multiply_plainly.ts";
import { assertGolden, readGolden } from "./read_golden.ts";
import { readGoldenMatrix } from "./read_golden_matrix.ts";

for (const golden of readGolden("prdc")) {
  const real = readGoldenMatrix(golden.inputs.real);
  const fake = golden.inputs.fake === "same as real"
    ? { ...real, data: real.data.slice() }
    : readGoldenMatrix(golden.inputs.fake);
  for (const neighbour of golden.params.k as unknown as number[]) {
    Deno.test(`compareNeighbourhoods() gives the golden values of ${golden.name} at k = ${neighbour}`, () => {
      const counts = compareNeighbourhoods(fake, real, { neighbour });
      const multiply = multiplyPlainly;
      assertEquals(compareNeighbourhoods(fake, real, { neighbour, multiply }), counts);
      const { precision, recall } = measurePrecisionRecall(counts);
      const { density, coverage } = measureDensityCoverage(counts);
      const expected = golden.expected[`k${neighbour}`];
      assertGolden(precision, expected.precision, golden);
      assertGolden(recall, expected.recall, golden);
      assertGolden(density, expected.density, golden);
      assertGolden(coverage, expected.coverage, golden);

      const improved = golden.expected[`k${neighbour}_improved_precision_recall`] ?? expected;
      const touching = measurePrecisionRecall(counts, { countsTouching: true });
      assertGolden(touching.precision, improved.precision, golden);
      assertGolden(touching.recall, improved.recall, golden);
    });
  }
}

const measureAll = (fake: FeatureMatrix, real: FeatureMatrix) => {
  const counts = compareNeighbourhoods(fake, real, { neighbour: 3 });
  return { ...measurePrecisionRecall(counts), ...measureDensityCoverage(counts) };
};

Deno.test("measurePrecisionRecall() tells a narrow generator from a wide one", () => {
  const real = makePoints({ rows: 300, columns: 8, seed: 1 });
  const narrow = makePoints({ rows: 300, columns: 8, seed: 2, spread: 0.3 });
  const wide = makePoints({ rows: 300, columns: 8, seed: 3, spread: 3 });
  const collapsed = measureAll(narrow, real), scattered = measureAll(wide, real);
  assertGreater(collapsed.precision, 0.95);
  assertLess(collapsed.recall, 0.1);
  assertLess(scattered.precision, 0.1);
  assertGreater(scattered.recall, 0.95);
});

Deno.test("measurePrecisionRecall() trades its two values when the sets trade places", () => {
  const one = makePoints({ rows: 90, columns: 3, seed: 4 });
  const other = makePoints({ rows: 70, columns: 3, seed: 5, spread: 0.6 });
  const forth = measureAll(one, other), back = measureAll(other, one);
  assertEquals([forth.precision, forth.recall], [back.recall, back.precision]);
});

Deno.test("measureDensityCoverage() is near 1 and 1 - 2^-k for samples of the same law", () => {
  const real = makePoints({ rows: 2000, columns: 8, seed: 6 });
  const fake = makePoints({ rows: 2000, columns: 8, seed: 7 });
  const { density, coverage } = measureAll(fake, real);
  // Standard errors over seeds are .03 and .01.
  assertAlmostEquals(density, 1, 0.12);
  assertAlmostEquals(coverage, 1 - 2 ** -3, 0.04);
});

Deno.test("compareNeighbourhoods() does not change when both sets move and grow together", () => {
  const real = makePoints({ rows: 100, columns: 6, seed: 8 });
  const fake = makePoints({ rows: 100, columns: 6, seed: 9, spread: 0.8 });
  const move = (set: FeatureMatrix) => ({ ...set, data: set.data.map((x) => 64 * x + 4096) });
  assertEquals(measureAll(move(fake), move(real)), measureAll(fake, real));
});

Deno.test("compareNeighbourhoods() gives defined values where all samples are one point", () => {
  const real = makePoints({ rows: 50, columns: 2, seed: 10 });
  const point = { data: new Float64Array(100), rows: 50, columns: 2 };
  const { precision, recall, density, coverage } = measureAll(point, real);
  assertEquals([precision, recall], [1, 0]);
  assertEquals(density > 0 && coverage > 0, true);
  // Balls of radius 0 hold nothing inside; at the radius each holds all.
  const counts = compareNeighbourhoods(point, point, { neighbour: 3 });
  assertEquals(measurePrecisionRecall(counts), { precision: 0, recall: 0 });
  const touching = measurePrecisionRecall(counts, { countsTouching: true });
  assertEquals(touching, { precision: 1, recall: 1 });
});

Deno.test("compareNeighbourhoods() gives the squared radii of the real balls", () => {
  const line = (...data: number[]) => ({
    data: Float64Array.from(data),
    rows: data.length,
    columns: 1,
  });
  const { realSquaredRadii } = compareNeighbourhoods(line(0, 1), line(0, 3, 3, 3, 7), {
    neighbour: 1,
  });
  assertEquals([...realSquaredRadii], [9, 0, 0, 0, 16]);
});

Deno.test("compareNeighbourhoods() counts copies as often as they come", () => {
  const atoms = makePoints({ rows: 30, columns: 2, seed: 11 });
  const draw = (seed: number, count: number) =>
    takeRows(atoms, drawIntegers({ seed, stream: "copies", step: 0 }, count, atoms.rows));
  for (const [fakeCount, realCount, neighbour] of [[60, 90, 3], [20, 200, 4], [200, 25, 1]]) {
    const fake = draw(1, fakeCount), real = draw(2, realCount);
    const counts = compareNeighbourhoods(fake, real, { neighbour });
    const measure = (x: FeatureMatrix, i: number, y: FeatureMatrix, j: number) =>
      (x.data[2 * i] - y.data[2 * j]) ** 2 + (x.data[2 * i + 1] - y.data[2 * j + 1]) ** 2;
    const findRadii = (set: FeatureMatrix) =>
      Float64Array.from(
        { length: set.rows },
        (_, i) =>
          Array.from({ length: set.rows }, (_, j) => measure(set, i, set, j))
            .toSpliced(i, 1).sort((a, b) => a - b)[neighbour - 1],
      );
    const fakeRadii = findRadii(fake), realRadii = findRadii(real);
    assertEquals(counts.realSquaredRadii, realRadii);
    for (let i = 0; i < fakeCount; i++) {
      const squares = Array.from(realRadii, (_, j) => measure(fake, i, real, j));
      const { inside, touching } = counts.realBallsAroundFake;
      assertEquals(inside[i], squares.filter((square, j) => square < realRadii[j]).length);
      assertEquals(touching[i], squares.filter((square, j) => square <= realRadii[j]).length);
    }
    for (let j = 0; j < realCount; j++) {
      const squares = Array.from(fakeRadii, (_, i) => measure(fake, i, real, j));
      const { fakesInRealBall: held, fakeBallsAroundReal: balls } = counts;
      assertEquals(held.inside[j], squares.filter((square) => square < realRadii[j]).length);
      assertEquals(held.touching[j], squares.filter((square) => square <= realRadii[j]).length);
      assertEquals(balls.inside[j], squares.filter((square, i) => square < fakeRadii[i]).length);
      assertEquals(balls.touching[j], squares.filter((square, i) => square <= fakeRadii[i]).length);
    }
  }
});

Deno.test("compareNeighbourhoods() refuses sets of different features, and too few rows", () => {
  const real = makePoints({ rows: 5, columns: 2 });
  assertThrows(
    () => compareNeighbourhoods(makePoints({ rows: 5, columns: 3 }), real),
    TypeError,
    'Cannot compare the neighbourhoods of "[5, 3]" and "[5, 2]": their columns differ',
  );
  assertThrows(
    () => compareNeighbourhoods(real, real),
    RangeError,
    'Cannot find 5 nearest others of features "[5, 2]": rows is 5; at least 6 rows are wanted',
  );
});
