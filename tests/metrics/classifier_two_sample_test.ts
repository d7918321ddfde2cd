import { assert, assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import { testByClassifier } from "../../src/metrics/classifier_two_sample.ts";
import { makePoints } from "./make_points.ts";

const key = { seed: 1, stream: "test", step: 0 };

Deno.test("testByClassifier() rejects sets of one law at 5 % about one time in twenty", () => {
  let rejected = 0;
  for (let seed = 0; seed < 100; seed++) {
    const fake = makePoints({ rows: 60, columns: 2, seed });
    const real = makePoints({ rows: 60, columns: 2, seed: seed + 1000 });
    rejected += Number(testByClassifier(fake, real, key).p < 0.05);
  }
  // The test is discrete and the rows are few: 11 of 100 would happen once in 89.
  assertLess(rejected, 11);
});

Deno.test("testByClassifier() finds a shift, and more surely with more samples", () => {
  const test = (rows: number) =>
    testByClassifier(
      makePoints({ rows, columns: 4, seed: 1 }),
      makePoints({ rows, columns: 4, seed: 2, mean: 0.5 }),
      key,
    );
  const few = test(60), many = test(1000);
  assertEquals([few.testCount, many.testCount], [60, 1000]);
  // The best accuracy is Φ (δ / 2) with δ = 0.5 · √4.
  assertAlmostEquals(many.accuracy, 0.6915, 0.05);
  assert(many.p < 1e-9 && few.p > many.p);
});

Deno.test("testByClassifier() gives the exact chance of an all-right answer", () => {
  const fake = makePoints({ rows: 10, columns: 1, seed: 1, mean: 100 });
  const real = makePoints({ rows: 12, columns: 1, seed: 2, mean: -100 });
  const { accuracy, p, testCount } = testByClassifier(fake, real, key);
  assertEquals([accuracy, testCount], [1, 10]);
  assertAlmostEquals(p, 2 ** -10, 1e-15);
});

Deno.test("testByClassifier() takes features in any units", () => {
  const accuracyAt = (scale: number) => {
    const make = (seed: number, mean: number) => {
      const set = makePoints({ rows: 200, columns: 8, seed, mean });
      return { ...set, data: set.data.map((x) => scale * x + 3 * scale) };
    };
    return testByClassifier(make(1, 0), make(2, 1), key).accuracy;
  };
  for (const scale of [100, 1e6]) assertAlmostEquals(accuracyAt(scale), accuracyAt(1), 0.05);
});

Deno.test("testByClassifier() refuses 3 rows, and sets of different features", () => {
  const set = makePoints({ rows: 3, columns: 2 });
  assertThrows(
    () => testByClassifier(set, makePoints({ rows: 9, columns: 2 }), key),
    RangeError,
    'Cannot test by a classifier "3" samples and "9" rows of data: at least 4 of each are wanted',
  );
  assertThrows(
    () => testByClassifier(set, makePoints({ rows: 3, columns: 1 }), key),
    TypeError,
    "their columns differ",
  );
});
