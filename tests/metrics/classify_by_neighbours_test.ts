import {
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertLess,
  assertThrows,
} from "@std/assert";
import { classifyByNeighbours } from "../../src/metrics/classify_by_neighbours.ts";
import { findNearestOthers, findNearestRows } from "../../src/metrics/distances/nearest_rows.ts";
import { measureAccuracy } from "../../src/metrics/measure_accuracy.ts";
import { testNearestNeighbours } from "../../src/metrics/neighbour_two_sample.ts";
import { makePoints } from "./make_points.ts";
import { assertGolden, readGolden } from "./read_golden.ts";
import { readGoldenMatrix } from "./read_golden_matrix.ts";

for (const golden of readGolden("knn")) {
  const { inputs, expected } = golden;
  if (inputs.real !== undefined) {
    Deno.test(`testNearestNeighbours() gives the golden values of ${golden.name}`, () => {
      const test = testNearestNeighbours(
        readGoldenMatrix(inputs.fake),
        readGoldenMatrix(inputs.real),
      );
      assertGolden(test.accuracy, expected.accuracy, golden);
      assertGolden(test.realAccuracy, expected.accuracy_real, golden);
      assertGolden(test.fakeAccuracy, expected.accuracy_fake, golden);
    });
    continue;
  }
  const features = readGoldenMatrix(inputs.x_train), queries = readGoldenMatrix(inputs.x_test);
  const { y_train: labels, y_test: truth, k } = golden.params as unknown as Record<
    string,
    number[]
  >;
  Deno.test(`classifyByNeighbours() gives the golden values of ${golden.name}`, () => {
    for (const count of k) {
      const predictions = classifyByNeighbours(queries, { features, labels }, { count });
      assertEquals([...predictions], expected[`k${count}`].predictions);
      assertGolden(measureAccuracy(predictions, truth), expected[`k${count}`].accuracy, golden);
    }
  });
  Deno.test(`findNearestRows() and findNearestOthers() give the golden values of ${golden.name}`, () => {
    assertEquals([...findNearestRows(queries, features).indices], expected.nearest_train_index);
    const others = [...findNearestOthers(features).indices].map((row) => labels[row]);
    assertGolden(
      measureAccuracy(others, labels),
      expected.leave_one_out_1nn_train_accuracy,
      golden,
    );
  });
}

Deno.test("testNearestNeighbours() is near 0.5 for one law, 1 for distant sets, 0 for copies", () => {
  const real = makePoints({ rows: 1000, columns: 3, seed: 1 });
  const { accuracy } = testNearestNeighbours(makePoints({ rows: 1000, columns: 3, seed: 2 }), real);
  // The standard error is about 0.013.
  assertAlmostEquals(accuracy, 0.5, 0.05);
  const far = makePoints({ rows: 1000, columns: 3, seed: 3, mean: 50 });
  assertEquals(testNearestNeighbours(far, real).accuracy, 1);
  assertEquals(testNearestNeighbours(real, real).accuracy, 0);
});

Deno.test("testNearestNeighbours() tells a collapsed side by its own accuracy", () => {
  const real = makePoints({ rows: 300, columns: 3, seed: 1 });
  const collapsed = makePoints({ rows: 300, columns: 3, seed: 2, spread: 0.02 });
  const { fakeAccuracy, realAccuracy } = testNearestNeighbours(collapsed, real);
  assertGreater(fakeAccuracy, 0.99);
  assertLess(Math.abs(realAccuracy - 0.9), 0.1);
});

Deno.test("classifyByNeighbours() refuses missing labels, measureAccuracy() unequal counts", () => {
  const features = makePoints({ rows: 3, columns: 2 });
  assertThrows(
    () => classifyByNeighbours(features, { features, labels: [1] }),
    TypeError,
    'Cannot classify by "3" rows: there are 1 labels; one a row is wanted',
  );
  assertThrows(
    () => measureAccuracy([1], [1, 2]),
    TypeError,
    '"1" predictions: there are 2 labels',
  );
  assertThrows(() => measureAccuracy([], []), RangeError, '"0" predictions');
});
