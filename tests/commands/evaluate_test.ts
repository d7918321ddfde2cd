import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { encode } from "fast-png";
import { join } from "node:path";
import { digestData } from "../../pipeline/mod.ts";
import { locateMnist } from "../../src/datasets/mnist_files.ts";
import { drawNormal } from "../../src/engine/random.ts";
import type { StoredTensor } from "../../src/formats/safetensors.ts";
import { writeSafetensors } from "../../src/formats/write_safetensors.ts";
import { assertGolden, readGolden } from "../metrics/read_golden.ts";
import { runTool } from "./run_tool.ts";

const SIDE = 28, HEADER_BYTES = 16;
const folder = await Deno.makeTempDir({ prefix: "assay-evaluate-test-" });
const place = (name: string) => join(folder, name);
globalThis.addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));

async function writeTensors(name: string, tensors: Record<string, StoredTensor>): Promise<string> {
  await Deno.writeFile(place(name), writeSafetensors({ tensors, metadata: {} }));
  return place(name);
}

async function writeNpy(name: string, descr: string, shape: number[], data: ArrayBufferView) {
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape.join(", ")},), }\n`;
  const head = [0x93, ...new TextEncoder().encode("NUMPY"), 1, 0, text.length, 0];
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  await Deno.writeFile(
    place(name),
    Uint8Array.from([...head, ...new TextEncoder().encode(text), ...bytes]),
  );
  return place(name);
}

function toTensor(rows: number[][]): StoredTensor {
  const shape = [rows.length, rows[0].length];
  return { dtype: "F64", shape, data: Float64Array.from(rows.flat()) };
}

const evaluate = async (real: string, fake: string, ...rest: string[]) => {
  const args = ["evaluate", "--real", real, "--fake", fake, ...rest];
  const { code, stdout, stderr } = await runTool(args, { INIT_CWD: folder });
  return { code, stderr, stdout, json: () => JSON.parse(stdout) };
};

const golden = readGolden("frechet").find(({ name }) => name === "d16")!;
const features = {
  real: await writeTensors("real.safetensors", { features: toTensor(golden.inputs.y) }),
  fake: await writeTensors("fake.safetensors", { features: toTensor(golden.inputs.x) }),
};

Deno.test("evaluate prints one JSON object with protocol, counts and the golden Fréchet distance", async () => {
  const { code, json, stderr } = await evaluate("real.safetensors", "fake.safetensors", "--json");
  assertEquals([code, stderr], [0, ""]);
  const { protocol, counts, metrics, reasons } = json();
  assertGolden(metrics.frechet_distance, golden.expected.frechet, golden);
  assertEquals(counts, {
    real: golden.inputs.y.length,
    fake: golden.inputs.x.length,
    features: 16,
  });
  assertEquals(Object.keys(metrics), [
    ...["frechet_distance", "frechet_floor", "frechet_extrapolated", "kernel_distance"],
    ...["precision_k5", "recall_k5", "density_k5", "coverage_k5", "duplicate_rate"],
  ]);
  assertEquals(Object.keys(metrics.kernel_distance), ["value", "low", "high"]);
  assertEquals(reasons, {});
  assertEquals([protocol.space, protocol.neighbour], ["features as given", 5]);
  assertStringIncludes(protocol.real, 'safetensors, tensor "features", F64 [');
});

Deno.test("evaluate gives the same numbers for npy, and a table with help by default", async () => {
  const x = Float64Array.from(golden.inputs.x.flat() as number[]);
  const fake = await writeNpy("fake.npy", "<f8", [golden.inputs.x.length, 16], x);
  const [one, other, table] = await Promise.all([
    evaluate(features.real, features.fake, "--json"),
    evaluate(features.real, fake, "--json"),
    evaluate(features.real, fake, "--k", "3", "--metrics", "frechet_distance,precision_k3"),
  ]);
  assertEquals(one.json().metrics, other.json().metrics);
  assertEquals(table.code, 0);
  for (const words of ["Fréchet distance", "Precision, k = 3", "than its 3rd nearest"]) {
    assertStringIncludes(table.stdout, words);
  }
  assert(!table.stdout.includes("Recall"));
});

/** A judge with random weights: what it says is meaningless, and the same for the same images. */
async function writeJudge(): Promise<string> {
  const shapes = {
    "conv_1/kernel": [5, 5, 1, 16],
    "conv_1/bias": [16],
    "conv_2/kernel": [5, 5, 16, 32],
    "conv_2/bias": [32],
    "dense/kernel": [1568, 128],
    "dense/bias": [128],
    "logits/kernel": [128, 10],
    "logits/bias": [10],
  };
  const tensors = Object.entries(shapes).map(([name, shape], step) => {
    const count = shape.reduce((product, size) => product * size, 1);
    const inputs = count / shape[shape.length - 1];
    const data = drawNormal({ seed: 1, stream: "test", step }, count)
      .map((value) => value * Math.sqrt(2 / inputs));
    return [`judge/judge/${name}`, { dtype: "F32", shape, data }];
  });
  return await writeTensors("judge.safetensors", Object.fromEntries(tensors));
}

function readDigits(first: number, count: number): Uint8Array<ArrayBuffer> {
  const bytes = Deno.readFileSync(locateMnist().testImages.path);
  const from = HEADER_BYTES + first * SIDE ** 2;
  return bytes.slice(from, from + count * SIDE ** 2);
}

async function writeFolder(name: string, pixels: Uint8Array): Promise<string> {
  await Deno.mkdir(place(name), { recursive: true });
  for (let image = 0; image * SIDE ** 2 < pixels.length; image++) {
    const data = pixels.subarray(image * SIDE ** 2, (image + 1) * SIDE ** 2);
    const file = `${String(image).padStart(3, "0")}.png`;
    await Deno.writeFile(
      join(place(name), file),
      encode({ width: SIDE, height: SIDE, data, channels: 1 }),
    );
  }
  return place(name);
}

async function writeIdx(name: string, pixels: Uint8Array): Promise<string> {
  const header = new DataView(new ArrayBuffer(HEADER_BYTES));
  [0x803, pixels.length / SIDE ** 2, SIDE, SIDE].forEach((word, i) =>
    header.setUint32(4 * i, word)
  );
  const file = new Blob([header.buffer, Uint8Array.from(pixels)]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  await Deno.writeFile(place(name), file);
  return place(name);
}

Deno.test("evaluate lets the judge look at images, in a file, a gzipped IDX file or a folder alike", async () => {
  const judge = await writeJudge();
  const count = 40;
  const [realPixels, fakePixels] = [readDigits(0, count), readDigits(100, count)];
  const real = await writeIdx("real-idx3-ubyte.gz", realPixels);
  const fakes = [
    await writeFolder("samples", fakePixels),
    await writeTensors("images.safetensors", {
      final: {
        dtype: "F32",
        shape: [count, SIDE, SIDE, 1],
        data: Float32Array.from(fakePixels, (pixel) => pixel / 127.5 - 1),
      },
    }),
  ];
  const results = await Promise.all(
    fakes.map((fake) => evaluate(real, fake, "--judge", judge, "--engine", "portable", "--json")),
  );
  const [one, other] = results.map(({ code, stderr, json }) => {
    assertEquals(code, 0, stderr);
    return json();
  });
  assertEquals(one.metrics, other.metrics);
  assertEquals(one.counts, { real: count, fake: count, features: 128 });
  assertEquals(one.protocol.judge.length, 64);
  assertEquals(one.protocol.engine.name, "portable");
  assertEquals(
    one.protocol.fake,
    `folder of PNG, U8 [${count}, 28, 28], pixels from 0 to 255`,
  );
  assertEquals(one.protocol.digests.real, digestData(await Deno.readFile(real)));
  const names = ["class_entropy", "classes_covered", "classifier_score"];
  for (const name of names) assert(typeof one.metrics[name] === "number", name);
  assertStringIncludes(one.reasons.mode_score, "the real set has no sample that is judged to be");
  const same = await evaluate(real, real, "--judge", judge, "--engine", "portable", "--json");
  assertAlmostEquals(same.json().metrics.frechet_distance, 0, 1e-6);

  const args = ["evaluate", "--real", real, "--fake", real, "--judge", judge];
  const homeless = await runTool([...args, "--engine", "portable"], { TMPDIR: "/nowhere" });
  assertEquals([homeless.code, homeless.stdout], [3, ""]);
  assertStringIncludes(homeless.stderr, "Cannot judge images: No such file or directory");
  assertStringIncludes(
    homeless.stderr,
    'room in the folder that TMPDIR names: value is "/nowhere"',
  );
});

Deno.test("evaluate searches long lists of neighbours by an engine, and without one where it fails", async () => {
  const rows = 20_000, columns = 128;
  const draw = (step: number) => drawNormal({ seed: 3, stream: "long", step }, rows * columns);
  const real = await writeNpy("long_real.npy", "<f4", [rows, columns], draw(0));
  const fake = await writeNpy("long_fake.npy", "<f4", [rows, columns], draw(1));
  const args = ["evaluate", "--real", real, "--fake", fake, "--json", "--metrics", "coverage_k5"];
  const [found, failed] = [
    await runTool(args),
    await runTool(args, { ASSAY_LIBTENSORFLOW: "/nowhere" }),
  ];
  assertEquals([found.code, found.stderr, failed.code], [0, "", 0]);
  assertStringIncludes(
    failed.stderr,
    'Neighbours are searched without an engine, which takes longer. Cannot use ASSAY_LIBTENSORFLOW="/nowhere"',
  );
  assertEquals(JSON.parse(found.stdout), JSON.parse(failed.stdout));
  // Of the data's own law, 1 - 2^-5.
  assertAlmostEquals(JSON.parse(found.stdout).metrics.coverage_k5, 1 - 2 ** -5, 0.01);
});

Deno.test("evaluate refuses what cannot be compared, before any work, with one clear line", async () => {
  const normal = (count: number) => drawNormal({ seed: 2, stream: "test", step: 0 }, count);
  const bad = normal(60);
  bad[17] = NaN;
  await Promise.all([
    writeNpy("nan.npy", "<f4", [20, 3], bad),
    writeNpy("three.npy", "<f4", [20, 3], normal(60)),
    writeNpy("four.npy", "<f4", [20, 4], normal(80)),
    writeNpy("few.npy", "<f4", [5, 3], normal(15)),
    writeNpy("whole.npy", "<i4", [20, 3], new Int32Array(60)),
    writeNpy("colour.npy", "|u1", [2, 28, 28, 3], new Uint8Array(2 * 28 * 28 * 3)),
    writeNpy("small.npy", "|u1", [8, 14, 14], new Uint8Array(8 * 14 * 14)),
    writeFolder("uneven", readDigits(0, 2)),
    Deno.mkdir(place("empty")),
    Deno.mkdir(place("results")),
    Deno.mkdir(place("torn/.store/records"), { recursive: true }),
    Deno.writeTextFile(place("notes.txt"), "no samples"),
  ]);
  await Deno.writeFile(
    join(place("uneven"), "zz.png"),
    encode({ width: 2, height: 3, data: new Uint8Array(6), channels: 1 }),
  );
  const record = place(`torn/.store/records/${"0".repeat(64)}.json`);
  await Deno.writeTextFile(record, '{\n "schema": 3,\n "kind": "train-judge",\n "outp');
  const judge = await writeJudge();
  const cases: Record<string, readonly [string[], ...string[]]> = {
    "no --fake": [["--real", "three.npy"], '"--fake"', "--real PATH --fake PATH"],
    "no such file": [["--real", "three.npy", "--fake", "tree.npy"], "tree.npy", "it is not there"],
    "NaN": [["--real", "three.npy", "--fake", "nan.npy"], "--fake: row 5, column 2 is NaN"],
    "other features": [
      ["--real", "three.npy", "--fake", "four.npy"],
      "--real of 3 features",
      "--fake of 4 features",
    ],
    "too few samples": [
      ["--real", "three.npy", "--fake", "few.npy"],
      "--fake (npy, F32 [5, 3]): it has 5 samples, and --k is 5; at least 6 samples are wanted",
    ],
    "wrong type": [["--real", "three.npy", "--fake", "whole.npy"], "has whole numbers"],
    "colours": [["--real", "small.npy", "--fake", "colour.npy"], "is neither features"],
    "features and images": [["--real", "three.npy", "--fake", "small.npy"], "two of images"],
    "an empty folder": [["--real", "empty", "--fake", "empty"], "the folder holds no PNG"],
    "images of two sizes": [
      ["--real", "uneven", "--fake", "uneven"],
      '"zz.png" is 2 × 3 pixels, and "000.png" 28 × 28',
    ],
    "another kind of file": [
      ["--real", "notes.txt", "--fake", "three.npy"],
      "notes.txt",
      ".safetensors, .npy, IDX",
    ],
    "no judge": [
      ["--real", "small.npy", "--fake", "small.npy", "--results", "results"],
      "there is no judge in",
      "deno task run experiments/mode-collapse.ts --only train-judge --results results",
    ],
    "a record that is cut off": [
      ["--real", "small.npy", "--fake", "small.npy", "--results", "torn"],
      "there is no judge in",
    ],
    "a judge of another size": [
      ["--real", "small.npy", "--fake", "small.npy", "--judge", judge],
      "images of 14 × 14 pixels: the judge takes 28 × 28",
    ],
    "a file that is no judge": [
      ["--real", "small.npy", "--fake", "small.npy", "--judge", "real.safetensors"],
      'it lacks a tensor "judge/judge/dense/kernel"',
    ],
    "an unknown metric": [
      ["--real", "three.npy", "--fake", "three.npy", "--metrics", "fid"],
      '"fid" is no metric',
      "frechet_distance",
    ],
    "k of 0": [["--real", "three.npy", "--fake", "three.npy", "--k", "0"], '"--k"', "value is 0"],
    "a negative k": [["--k", "-1"], '"--k" as it must be an integer >= 1', "value is -1"],
    "a hexadecimal k": [["--k", "0x5"], '"--k" as it must be an integer >= 1', "value is 0x5"],
    "a k with an exponent": [["--k", "1e1"], "in decimal digits: value is 1e1"],
    "a judge of features": [
      ["--real", "three.npy", "--fake", "three.npy", "--judge", judge],
      'Cannot use "--judge" with features (npy, F32 [20, 3])',
      "leave it out",
    ],
    "an unknown option": [["--reel", "three.npy"], "--reel", "--real"],
  };
  for (const [name, [args, ...says]] of Object.entries(cases)) {
    const { code, stdout, stderr } = await runTool(["evaluate", ...args], { INIT_CWD: folder });
    assertEquals([code, stdout], [2, ""], `${name}: ${stderr}`);
    for (const words of says) assertStringIncludes(stderr, words, name);
    assert(!stderr.includes("\n    at "), `${name}: no stack trace`);
  }
});

Deno.test("evaluate --help shows options, examples and exit codes", async () => {
  const { code, stdout } = await runTool(["evaluate", "--help"]);
  assertEquals(code, 0);
  for (const words of ["--real PATH", "--judge FILE", "Examples", "Exit codes"]) {
    assertStringIncludes(stdout, words);
  }
});
