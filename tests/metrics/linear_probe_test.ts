import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { classifyByProbe } from "../../src/metrics/classify_by_probe.ts";
import { ConvergenceError } from "../../src/metrics/convergence_error.ts";
import { fitLinearProbe } from "../../src/metrics/linear_probe.ts";
import { measureAccuracy } from "../../src/metrics/measure_accuracy.ts";
import { minimize } from "../../src/metrics/minimize.ts";
import { makePoints } from "./make_points.ts";
import { assertGolden, type GoldenCase, readGolden } from "./read_golden.ts";
import { readGoldenMatrix } from "./read_golden_matrix.ts";

/** The golden case under the tolerance of one of its fields. */
function pick(golden: GoldenCase, field: string): GoldenCase {
  const { rtol = 0, atol = 0 } =
    (golden.tolerance as unknown as Record<string, GoldenCase["tolerance"]>)[field];
  return { ...golden, tolerance: { rtol, atol } };
}

for (const golden of readGolden("linear_probe")) {
  const features = readGoldenMatrix(golden.inputs.x_train);
  const held = readGoldenMatrix(golden.inputs.x_test);
  const { y_train: labels, y_test: truth } = golden.params as unknown as Record<string, number[]>;
  const { classes: classCount, C: strength } = golden.params;
  const { expected } = golden;

  Deno.test(`fitLinearProbe() gives the golden values of ${golden.name}`, () => {
    const probe = fitLinearProbe({ features, labels }, { classCount, strength });
    const predictions = classifyByProbe(probe, held);
    assertEquals([...predictions], expected.test_predictions);
    assertGolden(measureAccuracy(predictions, truth), expected.test_accuracy, golden);
    const trained = measureAccuracy(classifyByProbe(probe, features), labels);
    assertGolden(trained, expected.train_accuracy, golden);
    assertGolden(probe.objective, expected.objective, pick(golden, "objective"));
    expected.weights.flat().forEach((weight: number, i: number) =>
      assertGolden(probe.weights.data[i], weight, pick(golden, "weights"))
    );
    expected.intercept.forEach((value: number, i: number) =>
      assertGolden(probe.intercepts[i], value, pick(golden, "intercept"))
    );
  });

  if (expected.single_logit !== undefined) {
    Deno.test(`fitLinearProbe() at half the strength is the single logit of ${golden.name}`, () => {
      const probe = fitLinearProbe({ features, labels }, { classCount, strength: strength / 2 });
      const tolerant = pick(golden, "single_logit");
      const d = features.columns;
      expected.single_logit.weights.forEach((weight: number, k: number) =>
        assertGolden(probe.weights.data[d + k] - probe.weights.data[k], weight, tolerant)
      );
      const intercept = probe.intercepts[1] - probe.intercepts[0];
      assertGolden(intercept, expected.single_logit.intercept, tolerant);
    });
  }
}

Deno.test("fitLinearProbe() cannot tell sets of one law apart, and tells distant ones", () => {
  const accuracyAt = (mean: number) => {
    const one = makePoints({ rows: 400, columns: 3, seed: 1 });
    const other = makePoints({ rows: 400, columns: 3, seed: 2, mean });
    const features = { data: Float64Array.of(...one.data, ...other.data), rows: 800, columns: 3 };
    const labels = Array.from({ length: 800 }, (_, row) => Number(row >= 400));
    const probe = fitLinearProbe({ features, labels }, { classCount: 2 });
    return measureAccuracy(classifyByProbe(probe, features), labels);
  };
  assertAlmostEquals(accuracyAt(0), 0.5, 0.07);
  assertEquals(accuracyAt(20), 1);
});

Deno.test("fitLinearProbe() finds the same minimum in any units, about any centre, and of dead features", () => {
  const rows = 60, columns = 4;
  const labels = Array.from({ length: rows }, (_, row) => row % 3);
  const plain = makePoints({ rows, columns, seed: 3 });
  labels.forEach((label, row) => plain.data[row * columns + label] += 1.5);
  const options = { classCount: 3 };
  const expected = fitLinearProbe({ features: plain, labels }, options);
  for (const [scale, offset] of [[40, 128], [1e-3, 5], [1e60, 0], [1, 1000]]) {
    const features = { ...plain, data: plain.data.map((x) => scale * x + offset) };
    // The same problem: weights are divided by the scale, so their penalty by its square.
    const probe = fitLinearProbe({ features, labels }, { ...options, strength: scale ** -2 });
    assertAlmostEquals(probe.objective * scale ** 2, expected.objective, 1e-9);
    probe.weights.data.forEach((weight, i) =>
      assertAlmostEquals(weight * scale, expected.weights.data[i], 1e-6)
    );
    assertEquals(classifyByProbe(probe, features), classifyByProbe(expected, plain));
  }
  // Features of one column a million times as large as of the next, and of no spread.
  const mixed = plain.data.map((x, i) => [1e-6 * x, x, 1e6 * x + 1e7, 7][i % columns]);
  for (const strength of [1e-3, 1, 1e3]) {
    const probe = fitLinearProbe({ features: { ...plain, data: mixed }, labels }, {
      ...options,
      strength,
    });
    assertEquals([...probe.weights.data].every(Number.isFinite), true);
    [0, 1, 2].forEach((c) => assertEquals(probe.weights.data[c * columns + 3], 0));
  }
});

Deno.test("fitLinearProbe() ends where the classes can be told apart, at any scale", () => {
  const plain = makePoints({ rows: 90, columns: 3, seed: 5 });
  const labels = Array.from({ length: 90 }, (_, row) => row % 3);
  labels.forEach((label, row) => plain.data[row * 3 + label] += 20);
  for (const scale of [1, 40, 1e30, 1e100]) {
    const features = { ...plain, data: plain.data.map((x) => scale * x) };
    const probe = fitLinearProbe({ features, labels }, { classCount: 3 });
    assertEquals(measureAccuracy(classifyByProbe(probe, features), labels), 1);
  }
});

Deno.test("minimize() finds the minimum of an ill-scaled bowl, and says when it does not", () => {
  const scales = [1, 100, 1e4];
  const bowl = (point: Float64Array, gradient: Float64Array) => {
    let value = 0;
    scales.forEach((scale, i) => {
      gradient[i] = scale * (point[i] - i);
      value += scale * (point[i] - i) ** 2 / 2;
    });
    return value;
  };
  const found = minimize(bowl, new Float64Array(3), { tolerance: 1e-10 });
  found.forEach((entry, i) => assertAlmostEquals(entry, i, 1e-9));
  assertThrows(
    () => minimize(bowl, new Float64Array(3), { maxSteps: 1, tolerance: 1e-10 }),
    ConvergenceError,
    'Cannot minimise in "1" steps: the gradient is',
  );
});

Deno.test("fitLinearProbe() refuses labels that are no class, and a single class", () => {
  const features = makePoints({ rows: 2, columns: 2 });
  const fit = (labels: number[], classCount: number) =>
    fitLinearProbe({ features, labels }, { classCount });
  assertThrows(() => fit([0, 2], 2), RangeError, 'at "labels[1]": value is 2; a whole number from');
  assertThrows(() => fit([0, 0], 1), RangeError, 'to "1" classes: at least 2 are wanted');
  assertThrows(() => fit([0], 2), TypeError, '"2" rows: there are 1 labels');
});
