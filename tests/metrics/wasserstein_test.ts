import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { findAssignment } from "../../src/metrics/assignment.ts";
import { drawDirections } from "../../src/metrics/draw_directions.ts";
import { measureExactWasserstein } from "../../src/metrics/exact_wasserstein.ts";
import { measureSlicedWasserstein } from "../../src/metrics/sliced_wasserstein.ts";
import { measureWasserstein1d } from "../../src/metrics/wasserstein_1d.ts";
import { makePoints } from "./make_points.ts";
import { assertGolden, readGolden } from "./read_golden.ts";
import { readGoldenMatrix } from "./read_golden_matrix.ts";

for (const golden of readGolden("wasserstein_exact")) {
  const { x, y, weights_x: xWeights, weights_y: yWeights } = golden.inputs;
  const { w1, w2 } = golden.expected;
  if (typeof x[0] === "number") {
    Deno.test(`measureWasserstein1d() gives the golden values of ${golden.name}`, () => {
      assertGolden(measureWasserstein1d(x, y, { xWeights, yWeights }), w1, golden);
      if (w2 !== undefined) assertGolden(measureWasserstein1d(y, x, { power: 2 }), w2, golden);
    });
  }
  // 30 and 47 points are 1,410 repeated ones: seconds, for what the line says already.
  if (xWeights === undefined && golden.name !== "one_d_unequal") {
    Deno.test(`measureExactWasserstein() gives the golden values of ${golden.name}`, () => {
      const fake = readGoldenMatrix(x), real = readGoldenMatrix(y);
      assertGolden(measureExactWasserstein(fake, real, { power: 1 }), w1, golden);
      assertGolden(measureExactWasserstein(real, fake), w2, golden);
    });
  }
}

for (const golden of readGolden("sliced_wasserstein")) {
  Deno.test(`measureSlicedWasserstein() gives the golden values of ${golden.name}`, () => {
    const fake = readGoldenMatrix(golden.inputs.x), real = readGoldenMatrix(golden.inputs.y);
    const directions = readGoldenMatrix(golden.inputs.directions);
    const { expected } = golden;
    assertGolden(measureSlicedWasserstein(fake, real, { directions }), expected.sliced_w2, golden);
    const first = measureSlicedWasserstein(real, fake, { directions, power: 1 });
    assertGolden(first, expected.sliced_w1, golden);
    expected.per_direction_w2_squared.forEach((square: number, row: number) => {
      const data = directions.data.subarray(
        row * directions.columns,
        (row + 1) * directions.columns,
      );
      const one = { directions: { data, rows: 1, columns: directions.columns } };
      assertGolden(measureSlicedWasserstein(fake, real, one) ** 2, square, golden);
    });
  });
}

Deno.test("Wasserstein distances of a shifted set are the length of the shift", () => {
  const set = makePoints({ rows: 50, columns: 2 });
  const moved = { ...set, data: set.data.map((value, i) => value + (i % 2 === 0 ? 3 : 4)) };
  assertAlmostEquals(measureExactWasserstein(set, moved), 5, 1e-12);
  assertAlmostEquals(measureExactWasserstein(set, moved, { power: 1 }), 5, 1e-12);
  const along = { data: Float64Array.of(0.6, 0.8), rows: 1, columns: 2 };
  assertAlmostEquals(measureSlicedWasserstein(set, moved, { directions: along }), 5, 1e-12);
  const x = [...set.data], shifted = x.map((value) => value - 7);
  for (const power of [1, 2, 3]) {
    assertAlmostEquals(measureWasserstein1d(x, shifted, { power }), 7, 1e-12);
  }
});

Deno.test("Wasserstein distances are 0 from a set to itself in another order", () => {
  const set = makePoints({ rows: 30, columns: 3 });
  const turned = { ...set, data: Float64Array.from(set.data).reverse() };
  const back = { ...set, data: Float64Array.from({ length: 90 }, (_, i) => set.data[i]) };
  for (let row = 0; row < 30; row++) {
    for (let k = 0; k < 3; k++) back.data[row * 3 + k] = turned.data[row * 3 + (2 - k)];
  }
  const directions = drawDirections({ seed: 2, stream: "test", step: 0 }, { count: 8, columns: 3 });
  assertEquals(measureExactWasserstein(set, back), 0);
  assertEquals(measureSlicedWasserstein(set, back, { directions }), 0);
  assertEquals(measureWasserstein1d([1, 2, 2, 5], [2, 5, 1, 2]), 0);
});

Deno.test("sliced is never above exact, and in one dimension all three agree", () => {
  const x = makePoints({ rows: 24, columns: 4, seed: 1 });
  const y = makePoints({ rows: 36, columns: 4, seed: 2, mean: 0.5 });
  const directions = drawDirections({ seed: 1, stream: "test", step: 0 }, {
    count: 50,
    columns: 4,
  });
  assert(measureSlicedWasserstein(x, y, { directions }) < measureExactWasserstein(x, y));
  const a = { ...x, rows: 96, columns: 1 }, b = { ...y, rows: 144, columns: 1 };
  const along = { data: Float64Array.of(1), rows: 1, columns: 1 };
  const expected = measureWasserstein1d(a.data, b.data, { power: 2 });
  assertAlmostEquals(measureExactWasserstein(a, b), expected, 1e-12);
  assertAlmostEquals(measureSlicedWasserstein(a, b, { directions: along }), expected, 1e-12);
});

Deno.test("findAssignment() is as cheap as the best of all orders", () => {
  const permute = (items: number[]): number[][] =>
    items.length === 0
      ? [[]]
      : items.flatMap((item) =>
        permute(items.filter((other) => other !== item)).map((rest) => [item, ...rest])
      );
  for (let seed = 0; seed < 20; seed++) {
    const costs = Float64Array.from(makePoints({ rows: 6, columns: 6, seed }).data);
    const price = (order: ArrayLike<number>) =>
      Array.from(order).reduce((total, column, row) => total + costs[row * 6 + column], 0);
    const found = findAssignment(costs, 6);
    assertEquals([...found].sort(), [0, 1, 2, 3, 4, 5]);
    const best = Math.min(...permute([0, 1, 2, 3, 4, 5]).map(price));
    assertAlmostEquals(price(found), best, 1e-13);
  }
});

Deno.test("measureWasserstein1d() puts no weight on points of weight 0", () => {
  const distance = measureWasserstein1d([0, 99], [1, 3], { xWeights: [2, 0], yWeights: [1, 3] });
  assertAlmostEquals(distance, 0.25 * 1 + 0.75 * 3, 1e-15);
});

Deno.test("drawDirections() gives rows of length 1 that look everywhere", () => {
  const { data } = drawDirections({ seed: 3, stream: "test", step: 0 }, { count: 400, columns: 5 });
  const means = new Float64Array(5);
  for (let row = 0; row < 400; row++) {
    const direction = data.subarray(row * 5, row * 5 + 5);
    assertAlmostEquals(Math.hypot(...direction), 1, 1e-14);
    direction.forEach((value, k) => means[k] += value / 400);
  }
  // The standard error of a mean is (1 / 5 / 400)^½ = 0.022.
  assert(means.every((mean) => Math.abs(mean) < 0.1));
});

Deno.test("Wasserstein distances hold their digits for vast and tiny numbers and weights", () => {
  const at = (...data: number[]) => ({ data: Float64Array.from(data), rows: 3, columns: 1 });
  for (const scale of [1e155, 1e200, 1e-200]) {
    // Sorted, -1, 0 and 1 go to 2, 3 and 5: √((9 + 9 + 16) / 3).
    const fake = at(scale, -scale, 0), real = at(2 * scale, 5 * scale, 3 * scale);
    const expected = Math.sqrt(34 / 3);
    assertAlmostEquals(measureExactWasserstein(fake, real) / scale, expected, 1e-12);
    const weights = { xWeights: [scale, scale], yWeights: [scale, 3 * scale] };
    const weighted = measureWasserstein1d([0, 1], [2, 3], weights);
    assertAlmostEquals(weighted, 2.25, 1e-15);
  }
  const xWeights = [0.1, 0.7], yWeights = [3, 5];
  const plain = measureWasserstein1d([0, 1], [2, 3.3], { xWeights, yWeights });
  const scaled = measureWasserstein1d([0, 1], [2, 3.3], {
    xWeights: xWeights.map((weight) => weight * 2 ** 700),
    yWeights,
  });
  assertEquals(scaled, plain);
});

Deno.test("findAssignment() refuses costs whose sums leave float64's range", () => {
  for (const cost of [NaN, Infinity, 1e301]) {
    assertThrows(
      () => findAssignment(Float64Array.of(0, 1, cost, 2), 2),
      RangeError,
      `the cost of row 1, column 0 is ${cost}; costs from -1e+300 to 1e+300 are wanted`,
    );
  }
});

Deno.test("Wasserstein distances refuse empty sets, NaN, uneven weights and too many points", () => {
  assertThrows(() => measureWasserstein1d([], [1]), RangeError, '"x": it has no mass');
  assertThrows(() => measureWasserstein1d([1], [NaN]), RangeError, 'at "y[0]": value NaN');
  assertThrows(
    () => measureWasserstein1d([1], [1], { yWeights: [1, 2] }),
    TypeError,
    'Cannot measure the Wasserstein distance of "y": it has 1 values and 2 weights',
  );
  assertThrows(
    () => measureWasserstein1d([1], [1], { power: 0.5 }),
    RangeError,
    'of order "0.5": >= 1 is wanted',
  );
  const points = (rows: number) => makePoints({ rows, columns: 1 });
  assertThrows(
    () => measureExactWasserstein(points(100), points(101)),
    RangeError,
    '"100" and "101" points: their least common multiple is 10100; at most 2000 is wanted',
  );
  assertThrows(() => findAssignment(new Float64Array(3), 2), TypeError, "there are 3 costs");
});
