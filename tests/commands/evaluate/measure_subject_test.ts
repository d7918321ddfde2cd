import { assert, assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import {
  asksNeighbourhoods,
  measureSubject,
  parseMetrics,
} from "../../../src/commands/evaluate/measure_subject.ts";
import { compareNeighbourhoods } from "../../../src/metrics/neighbourhoods.ts";
import { makePoints } from "../../metrics/make_points.ts";
import { assertGolden, readGolden } from "../../metrics/read_golden.ts";
import { readGoldenMatrix } from "../../metrics/read_golden_matrix.ts";

const real = makePoints({ rows: 120, columns: 4, seed: 1 });
const fake = makePoints({ rows: 100, columns: 4, seed: 2, mean: 0.5 });
const makeLabels = (rows: number, count: number) =>
  Array.from({ length: rows }, (_, row) => row % count);

Deno.test("measureSubject() gives the golden values of Fréchet and kernel distance", () => {
  for (const golden of readGolden("frechet").filter(({ inputs }) => Array.isArray(inputs.y))) {
    const [x, y] = [golden.inputs.x, golden.inputs.y].map(readGoldenMatrix);
    const { metrics } = measureSubject({ fake: x, real: y, neighbour: 1 }, {
      asked: ["frechet_distance"],
    });
    assertGolden(metrics.frechet_distance as number, golden.expected.frechet, golden);
  }
  for (const golden of readGolden("kid").filter(({ expected }) => expected.kid !== undefined)) {
    const [x, y] = [golden.inputs.x, golden.inputs.y].map(readGoldenMatrix);
    const { metrics } = measureSubject({ fake: x, real: y, neighbour: 1 }, {
      asked: ["kernel_distance"],
    });
    const { kernel_distance: distance } = metrics;
    assert(typeof distance === "object" && distance !== null);
    assertGolden(distance.value, golden.expected.kid, golden);
    assert(distance.low < distance.value && distance.value < distance.high);
  }
});

Deno.test("measureSubject() gives the golden values of the neighbourhoods under names with k", () => {
  for (const golden of readGolden("prdc").filter(({ inputs }) => Array.isArray(inputs.fake))) {
    const [first, second] = [golden.inputs.fake, golden.inputs.real].map(readGoldenMatrix);
    for (const neighbour of golden.params.k as unknown as number[]) {
      const { metrics } = measureSubject({ fake: first, real: second, neighbour });
      for (const [name, value] of Object.entries(golden.expected[`k${neighbour}`])) {
        assertGolden(metrics[`${name}_k${neighbour}`] as number, value as number, golden);
      }
    }
  }
});

Deno.test("measureSubject() takes what the sets have, in the order of the table", () => {
  const told: string[] = [];
  const { metrics, reasons, protocol } = measureSubject({ real, fake, neighbour: 3 }, {
    onStart: (names) => told.push(...names),
  });
  assertEquals(told, Object.keys(metrics));
  assertEquals(Object.keys(metrics), [
    ...["frechet_distance", "frechet_floor", "frechet_extrapolated", "kernel_distance"],
    ...["precision_k3", "recall_k3", "density_k3", "coverage_k3", "duplicate_rate"],
  ]);
  assertEquals(reasons, {});
  assertEquals(Object.keys(protocol), Object.keys(metrics));
});

Deno.test("measureSubject() gives null and a reason for what the sets do not define", () => {
  const few = { ...real, data: real.data.slice(0, 12), rows: 3 };
  const { metrics, reasons } = measureSubject({ real: few, fake: few, neighbour: 2 });
  assertEquals(metrics.frechet_floor, null);
  assertEquals(reasons.frechet_floor, "the real set has 3 samples, and two halves take 4");
  assertEquals(
    reasons.frechet_extrapolated,
    "there are 3 samples, and with 4 features a line takes 20",
  );
  assertEquals(typeof metrics.kernel_distance, "number", "a value without an interval");
  const wide = makePoints({ rows: 20, columns: 16, seed: 3 });
  const { reasons: { frechet_extrapolated: reason } } = measureSubject({
    real: wide,
    fake: wide,
    neighbour: 2,
  });
  assertEquals(reason, "there are 20 samples, and with 16 features a line takes 32");

  const asked = measureSubject({ real, fake, neighbour: 5 }, {
    asked: ["class_entropy", "gan_train"],
  });
  assertEquals(asked.metrics, { class_entropy: null, gan_train: null });
  assertEquals(asked.reasons, {
    class_entropy: "the sets are features; classes take images and the judge",
    gan_train: "not both files hold a tensor of labels",
  });
});

Deno.test("measureSubject() never gives NaN: all samples one, both sets one, huge features", () => {
  const one = { data: new Float64Array(400).fill(2), rows: 100, columns: 4 };
  const huge = { ...real, data: real.data.map((x) => x * 1e99) };
  for (const [first, second] of [[one, real], [real, one], [one, one], [huge, real]]) {
    const { metrics, reasons } = measureSubject({ fake: first, real: second, neighbour: 5 });
    for (const [name, value] of Object.entries(metrics)) {
      const numbers = value === null || typeof value === "number" ? [value] : Object.values(value);
      assert(numbers.every((number) => number === null || Number.isFinite(number)), name);
      assertEquals(value === null, name in reasons, name);
    }
  }
  const { metrics } = measureSubject({ fake: one, real: one, neighbour: 5 });
  assertEquals(metrics.frechet_distance, 0);
  assertEquals(metrics.duplicate_rate, 1);
});

Deno.test("measureSubject() measures classes of logits, also where all samples are of one", () => {
  const toLogits = (classes: number[]) => ({
    data: Float64Array.from(classes.flatMap((c) => [0, 1, 2].map((k) => k === c ? 20 : 0))),
    rows: classes.length,
    columns: 3,
  });
  const dataLogits = toLogits(Array.from({ length: 120 }, (_, i) => i % 3));
  const measure = (classes: number[]) =>
    measureSubject({
      real,
      fake,
      neighbour: 5,
      logits: { real: dataLogits, fake: toLogits(classes) },
    }).metrics;
  const even = measure(Array.from({ length: 99 }, (_, i) => i % 3));
  assertAlmostEquals(even.class_entropy as number, Math.log(3), 1e-12);
  assertAlmostEquals(even.classifier_score as number, 3, 1e-6);
  assertEquals([even.classes_covered, even.jensen_shannon], [3, 0]);
  const collapsed = measure(Array(100).fill(1));
  assertEquals([collapsed.class_entropy, collapsed.classes_covered], [0, 1]);
  assertAlmostEquals(collapsed.classifier_score as number, 1, 1e-6);
  assertAlmostEquals(collapsed.mode_score as number, 1 / 3, 1e-6);
});

Deno.test("measureSubject() measures GAN-train and GAN-test by labels, and refuses one class only", () => {
  const labels = (rows: number, count: number) =>
    Uint32Array.from({ length: rows }, (_, i) => i % count);
  const subject = { real, fake, neighbour: 5 };
  const { metrics } = measureSubject({
    ...subject,
    labels: { real: labels(120, 2), fake: labels(100, 2) },
  });
  assertGreater(metrics.gan_baseline as number, 0.3);
  const single = measureSubject({
    ...subject,
    labels: { real: labels(120, 1), fake: labels(100, 2) },
  });
  assertEquals(single.metrics.gan_train, null);
  assertEquals(
    single.reasons.gan_train,
    "all real samples are of class 0; at least 2 classes are wanted",
  );
});

Deno.test("measureSubject() takes labels that are any whole numbers, and gives what it gives for 0, 1, 2", () => {
  const small = { real: makeLabels(120, 3), fake: makeLabels(100, 3) };
  const rename = (labels: number[]) => labels.map((label) => [2 ** 31, 1_000_000, 2 ** 52][label]);
  const measure = (labels: typeof small) =>
    measureSubject({ real, fake, neighbour: 5, labels }, {
      asked: ["gan_train", "gan_test", "gan_baseline"],
    }).metrics;
  const large = { real: rename(small.real), fake: rename(small.fake) };
  const swapped = (label: number) => [2, 0, 1][label];
  // Ties aside, the order of the classes says nothing.
  assertEquals(
    measure(large),
    measure({ real: small.real.map(swapped), fake: small.fake.map(swapped) }),
  );
});

Deno.test("measureSubject() measures labelled features of any units", () => {
  const labels = { real: makeLabels(120, 3), fake: makeLabels(100, 3) };
  const move = (set: typeof real, classes: number[]) => ({
    ...set,
    data: set.data.map((x, i) => {
      const shift = classes[Math.floor(i / 4)] === i % 4 ? 3 : 0;
      return Math.fround(40 * (x + shift) + 128);
    }),
  });
  const { metrics, reasons } = measureSubject({
    real: move(real, labels.real),
    fake: move(fake, labels.fake),
    neighbour: 5,
    labels,
  });
  assertEquals(reasons, {});
  assertGreater(metrics.gan_train as number, 0.8);
});

Deno.test("measureSubject() gives no mode score where the real set lacks a judged class", () => {
  const toLogits = (classes: number[]) => ({
    data: Float64Array.from(classes.flatMap((c) => [0, 1, 2, 3].map((k) => k === c ? 20 : 0))),
    rows: classes.length,
    columns: 4,
  });
  const measure = (classes: number[]) =>
    measureSubject({
      ...{ real, fake, neighbour: 5 },
      logits: { real: toLogits(classes), fake: toLogits(makeLabels(100, 4)) },
    });
  const { metrics, reasons } = measure(makeLabels(120, 3));
  assertEquals(metrics.mode_score, null);
  assertEquals(reasons, {
    mode_score: "the real set has no sample that is judged to be 3",
  });
  assertAlmostEquals(metrics.classifier_score as number, 4, 1e-6);
  assertEquals(
    measure(makeLabels(120, 2)).reasons.mode_score,
    "the real set has no sample that is judged to be 2 or 3",
  );
  assertAlmostEquals(measure(makeLabels(120, 4)).metrics.mode_score as number, 4, 1e-6);
});

Deno.test("measureSubject() gives null, not 0, for neighbourhoods without extent", () => {
  const repeat = (times: number) => ({
    data: Float64Array.from({ length: 240 * 4 }, (_, i) => real.data[i % (960 / times)]),
    rows: 240,
    columns: 4,
  });
  const six = repeat(6);
  const { metrics, reasons } = measureSubject({ real: six, fake: six, neighbour: 5 });
  for (const name of ["precision_k5", "recall_k5", "density_k5", "coverage_k5"]) {
    assertEquals(metrics[name], null);
    assertEquals(
      reasons[name],
      "240 of 240 real samples come more than 5 times, so their neighbourhoods have no extent",
    );
  }
  const five = repeat(5);
  const defined = measureSubject({ real: five, fake: five, neighbour: 5 });
  assertEquals([defined.metrics.precision_k5, defined.metrics.coverage_k5], [1, 1]);
  // Of samples that are all one they are defined.
  const one = { ...six, data: new Float64Array(960) };
  assertEquals(measureSubject({ real, fake: one, neighbour: 5 }).metrics.recall_k5, 0);
});

Deno.test("measureSubject() says how many batches of real samples the duplicate rate is taken by", () => {
  const many = makePoints({ rows: 2500, columns: 2, seed: 4 });
  const few = makePoints({ rows: 1100, columns: 2, seed: 5 });
  const { protocol } = measureSubject({ real: many, fake: few, neighbour: 5 }, {
    asked: ["duplicate_rate"],
  });
  assertEquals(
    protocol.duplicate_rate,
    "1 batch of 1000 samples; as near as the nearest two within any of 2 batches of as many real ones",
  );
});

Deno.test("parseMetrics() takes full names, and names the nearest", () => {
  assertEquals(parseMetrics("precision_k3, kernel_distance", 3), [
    "precision_k3",
    "kernel_distance",
  ]);
  assertEquals(parseMetrics(undefined, 3), undefined);
  assertThrows(
    () => parseMetrics("precision_k5", 3),
    Error,
    'Cannot read "--metrics": "precision_k5" is no metric; the nearest is "precision_k3"',
  );
});

Deno.test("asksNeighbourhoods() tells lists with a metric of neighbourhoods from others", () => {
  const asked = [undefined, ["frechet_distance", "coverage_k5"], ["precision_k12"]];
  assertEquals(asked.map(asksNeighbourhoods), [true, true, true]);
  assertEquals(asksNeighbourhoods(["frechet_distance", "kernel_distance"]), false);
});

Deno.test("measureSubject() takes neighbourhoods that were searched before", () => {
  const subject = {
    real: makePoints({ rows: 40, columns: 3, seed: 1 }),
    fake: makePoints({ rows: 40, columns: 3, seed: 2 }),
    neighbour: 4,
  };
  const other = compareNeighbourhoods(subject.real, subject.real, { neighbour: 4 });
  const { metrics } = measureSubject({ ...subject, neighbourhoods: other });
  assertEquals(metrics.coverage_k4, 1);
  assert(measureSubject(subject).metrics.coverage_k4 !== 1);
});
