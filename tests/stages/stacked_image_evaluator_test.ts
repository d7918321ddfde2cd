import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { join } from "node:path";
import { locateMnist } from "../../src/datasets/mnist_files.ts";
import { prepareMnist } from "../../src/datasets/prepare_mnist.ts";
import { stackDigits } from "../../src/datasets/stack_digits.ts";
import { ensureLibrary } from "../../src/engine/library/ensure_library.ts";
import { removeBackend } from "../../src/engine/tensorflow/tfjs_backend.ts";
import type { StoredTensor } from "../../src/formats/safetensors.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";
import { readData } from "../../src/stages/dataset.ts";
import { makeSignsReader } from "../../src/stages/measure_signs.ts";
import { storeClosestPairs } from "../../src/stages/closest_pairs.ts";
import { makeImageEvaluator } from "../../src/stages/image_evaluator.ts";
import { makeStackedImageEvaluator } from "../../src/stages/stacked_image_evaluator.ts";
import { storeTree } from "../../src/stages/tensor_files.ts";
import { judgeStacks } from "../../src/training/judge_stacks.ts";
import { makeJudge, trainJudge } from "../../src/training/train_judge.ts";
import { copySamples, type TrainingSet } from "../../src/training/training_set.ts";
import { listProducts } from "./list_products.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

const DIGITS = { train: 4_000, test: 600 };
const STACKS = { channels: 3, trainCount: 1_000, testCount: 900, digits: DIGITS };

const folder = await Deno.makeTempDir({ prefix: "assay-test-" });
const engine = await openTestEngine();
const data = await prepare();
const stacked = { ...data, digits: data.digits! };
const judge = await trainJudge(engine, {
  data: data.digits!.train.set,
  labels: data.digits!.train.labels,
  batchSize: 50,
  stepCount: 160,
  seed: 1,
  afterStep: () => {},
});
const judgePath = join(folder, "judge.safetensors");
await Deno.writeFile(
  judgePath,
  writeSafetensors({ tensors: storeTree(judge, "judge"), metadata: {} }),
);
// What the judge says is asked before the evaluator opens an engine of its own, which takes this one's place.
const judgeDigits = makeJudge(engine, judge);
const plain = findPlainDigits();
const onTest = judgeStacks(judgeDigits, data.test.set).classes;
engine.close();
const context = {
  inputs: { judge: judgePath },
  environment: { ASSAY_LIBTENSORFLOW: await ensureLibrary(() => {}) },
};
const evaluator = await makeStackedImageEvaluator(context, stacked, { areReal: false });

/** MNIST's first digits, and stacks of them, as the stages store and read them. */
async function prepare() {
  const files = locateMnist();
  const read = (name: keyof typeof files) => Deno.readFileSync(files[name].path);
  const { tensors, metadata } = prepareMnist({
    trainImages: read("trainImages"),
    trainLabels: read("trainLabels"),
    testImages: read("testImages"),
    testLabels: read("testLabels"),
  });
  const first = Object.entries(tensors).map(([name, { dtype, shape, data }]) => {
    const count = name.startsWith("train/") ? DIGITS.train : DIGITS.test;
    const width = data.length / shape[0];
    return [name, {
      dtype,
      shape: [count, ...shape.slice(1)],
      data: data.subarray(0, count * width),
    }];
  });
  const write = async (name: string, bytes: Uint8Array) => {
    await Deno.writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  return await readData(
    await write("data", writeSafetensors({ tensors: Object.fromEntries(first), metadata })),
    await write("stacks", writeSafetensors(stackDigits(STACKS, 0))),
  );
}

/** Stacks of training digits as a generator's samples are stored. */
function store(set: TrainingSet): StoredTensor {
  const rows = Array.from({ length: set.count }, (_, row) => row);
  return { dtype: "U8", shape: [set.count, 28, 28, 3], data: copySamples(set, rows) };
}

/** A training digit of each class that the judge gets right. */
function findPlainDigits(): number[] {
  const { set, labels } = stacked.digits.train;
  const { classes } = judgeDigits(set);
  return Array.from(
    { length: 10 },
    (_, label) => classes.findIndex((judged, at) => judged === label && labels[at] === label),
  );
}

Deno.test("readData() stacks a split's own digits, and labels every channel", () => {
  assertEquals(data.train.set.shape, { kind: "images", size: 28, channels: 3 });
  assertEquals([data.train.set.count, data.test.set.count], [1_000, 900]);
  assertEquals(data.test.labels.length, 2_700);
  const { stacks } = data.test.set;
  assertEquals(data.test.labels[5], data.digits!.test.labels[stacks![5]]);
});

Deno.test("makeStackedImageEvaluator() counts the modes of constructed triples", () => {
  assert(plain.every((digit) => digit >= 0));
  const triples = [...Array(20).fill([1, 2, 3]), ...Array(19).fill([7, 7, 7]), [0, 9, 0]];
  const samples = store({
    ...data.train.set,
    count: triples.length,
    stacks: Int32Array.from(triples.flat(), (label) => plain[label]),
  });
  const { metrics, histogram, neighbours } = evaluator.measure(samples, { isFinal: true });
  assertEquals(metrics.modes_captured_40, 3);
  const expected = [20, 19, 1].reduce((sum, n) => sum + n / 40 * Math.log(1000 * n / 40), 0);
  assertAlmostEquals(metrics.mode_reverse_kl_40, expected, 1e-12);
  assertEquals(histogram.length, 1000);
  assertEquals(histogram[123], { label: "123", count: 20 });
  assertEquals(histogram[90], { label: "090", count: 1 });
  // They are made of training digits, so that the nearest stack is each of them itself.
  assertEquals(metrics.nearest_neighbour_distance, 0);
  assertEquals(neighbours.samples.shape, [12, 28, 28, 3]);
  assertEquals(neighbours.neighbours, neighbours.samples);
});

Deno.test("storeClosestPairs() keeps the closest pairs, the closest first", () => {
  const queries = { data: Uint8Array.from({ length: 20 }, (_, row) => row), rows: 20, columns: 1 };
  const distances = Float64Array.from({ length: 20 }, (_, row) => row === 17 ? 0 : 30 - row);
  const takeNearest = (row: number) => Uint8Array.of(100 + row);
  const kept = storeClosestPairs({ queries, takeNearest, distances }, [1, 1]);
  const rows = [17, 19, 18, 16, 15, 14, 13, 12, 11, 10, 9, 8];
  assertEquals([...kept.samples.data as Uint8Array], rows);
  assertEquals([...kept.neighbours.data as Uint8Array], rows.map((row) => 100 + row));
  assertEquals([...kept.distances.data as Float32Array].slice(0, 3), [0, 11, 12]);
  assertEquals(kept.samples.shape, [12, 1, 1]);
});

Deno.test("makeStackedImageEvaluator() compares with the test stacks in all channels' features", () => {
  const same = evaluator.measure(store(data.test.set), { isFinal: false }).metrics;
  assertAlmostEquals(same.frechet_distance_900, 0, 1e-6);
  const grey = data.test.set.stacks!.map((_, at, stacks) => stacks[at - at % 3]);
  const others =
    evaluator.measure(store({ ...data.test.set, stacks: grey }), { isFinal: false }).metrics;
  // One digit thrice has each channel's features right, and their dependence wrong.
  assert(others.frechet_distance_900 > 1);
});

Deno.test("makeStackedImageEvaluator() searches neighbours by the engine's products", async () => {
  const samples = store({ ...data.train.set, count: 300 });
  const products = await listProducts(() => evaluator.measure(samples, { isFinal: false }));
  // Rows are padded to whole tiles; both sets with themselves, and with each other.
  const searches = products.filter((shapes) => shapes === "300 × 384 with 304 × 384");
  assertEquals(searches.length, 3, products.join(", "));
});

Deno.test("makeSignsReader() holds stacks against stacks, mode by mode", () => {
  const readSigns = makeSignsReader(data, { sampleCount: 200 });
  const real = store(data.train.set);
  const signs = readSigns(real, evaluator.measure(real, { isFinal: false }));
  assertEquals([signs.modes?.noun, signs.modes?.counts.length, signs.comparedCount], [
    "mode",
    1000,
    200,
  ]);
  // Training stacks vary as test stacks do, and are no copies of each other.
  assert(signs.spreadShare! > 0.9 && signs.spreadShare! < 1.1, `spread ${signs.spreadShare}`);
  assert(signs.nearDuplicateShare! < 0.1);
  const one = store({ ...data.train.set, count: 200, stacks: new Int32Array(600).fill(7) });
  assertEquals(readSigns(one, evaluator.measure(one, { isFinal: false })).nearDuplicateShare, 1);
});

Deno.test("makeStackedImageEvaluator() says of how many test stacks the judge sees every digit right", () => {
  const right = Array.from(
    { length: 900 },
    (_, row) =>
      [0, 1, 2].every((channel) =>
        onTest[3 * row + channel] === data.test.labels[3 * row + channel]
      ),
  );
  const share = right.filter(Boolean).length / 900;
  assertEquals(evaluator.judgeAccuracy, share);
  assert(share > 0.5 && share < 1, `the judge is right on ${share}`);
});

Deno.test("makeStackedImageEvaluator() looks real samples' neighbours up for test stacks", async () => {
  removeBackend();
  const real = await makeStackedImageEvaluator(context, stacked, { areReal: true });
  const { metrics, neighbours } = real.measure(store(data.train.set), { isFinal: false });
  assert(metrics.nearest_neighbour_distance > 1);
  const width = 28 * 28 * 3;
  const cut = (pixels: Uint8Array, rows: number) =>
    Array.from(
      { length: rows },
      (_, row) => pixels.subarray(row * width, (row + 1) * width).join(),
    );
  const looked = cut(copySamples(data.test.set, Array.from(Array(64).keys())) as Uint8Array, 64);
  const kept = cut(neighbours.samples.data as Uint8Array, 12);
  assertEquals(kept.map((stack) => looked.includes(stack)), Array(12).fill(true));
});

Deno.test("makeImageEvaluator() searches neighbours by the engine's products, too", async () => {
  removeBackend();
  const digits = await makeImageEvaluator(context, stacked.digits, { areReal: false });
  const { set } = stacked.digits.test;
  const data = (set.values as Uint8Array).subarray(0, 300 * 28 ** 2);
  const samples: StoredTensor = { dtype: "U8", shape: [300, 28, 28], data };
  const products = await listProducts(() => digits.measure(samples, { isFinal: false }));
  const searches = products.filter((shapes) => shapes === "300 × 128 with 304 × 128");
  assertEquals(searches.length, 3, products.join(", "));
});
