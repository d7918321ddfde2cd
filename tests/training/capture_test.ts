import { assertAlmostEquals, assertEquals } from "@std/assert";
import { drawIntegers } from "../../src/engine/random.ts";
import type { SampleShape } from "../../src/networks/network.ts";
import type { TrainingSet } from "../../src/training/batches.ts";
import { type GanSettings, initGan, makeGan } from "../../src/training/gan.ts";
import { trainGan } from "../../src/training/train_gan.ts";
import { trainJudge } from "../../src/training/train_judge.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

const STEPS = 20;
const images: SampleShape = { kind: "images", size: 28 };
const points: SampleShape = { kind: "points" };
const discrimination = { kernels: 8, dimensions: 4, reduction: "sum" } as const;

const base: Omit<GanSettings, "generator" | "discriminator"> = {
  latentDim: 16,
  batchSize: 16,
  stepCount: STEPS,
  discriminatorSteps: 1,
  objective: "non-saturating",
  optimizer: {
    kind: "adam",
    learningRate: { generator: 2e-4, discriminator: 2e-4 },
    beta1: 0.5,
    beta2: 0.999,
    epsilon: 1e-8,
  },
};
const mlp = { kind: "mlp", hidden: [64, 32], activation: "leaky-relu" } as const;
const generator = { kind: "dcgan", channels: [16, 8] } as const;
const discriminator = { kind: "dcgan", channels: [8, 16] } as const;

const gans: Record<string, [GanSettings, SampleShape]> = {
  "an MLP of points": [{ ...base, generator: mlp, discriminator: mlp }, points],
  "an MLP of images, minimax, two discriminator steps": [{
    ...base,
    generator: mlp,
    discriminator: mlp,
    objective: "minimax",
    discriminatorSteps: 2,
  }, images],
  "an MLP with minibatch discrimination": [{
    ...base,
    generator: mlp,
    discriminator: { ...mlp, minibatchDiscrimination: { ...discrimination, reduction: "mean" } },
  }, images],
  "an MLP with a gradient penalty": [{
    ...base,
    generator: mlp,
    discriminator: mlp,
    objective: "wasserstein",
    gradientPenalty: { weight: 10 },
    discriminatorSteps: 2,
  }, points],
  "an MLP with three unrolled steps": [
    { ...base, generator: mlp, discriminator: mlp, unrolledSteps: 3 },
    points,
  ],
  "pairs, maxout against batch normalisation": [{
    ...base,
    packing: 2,
    generator: { ...mlp, activation: "relu", batchNorm: true },
    discriminator: { ...mlp, activation: "maxout", pieces: 5 },
  }, points],
  "two unrolled steps on triples of tanh MLPs": [{
    ...base,
    packing: 3,
    unrolledSteps: 2,
    generator: { ...mlp, activation: "tanh" },
    discriminator: { ...mlp, activation: "tanh" },
  }, points],
  "a DCGAN": [{ ...base, generator, discriminator }, images],
  "a DCGAN of pairs": [{ ...base, packing: 2, generator, discriminator }, images],
  "a DCGAN with minibatch discrimination": [{
    ...base,
    generator,
    discriminator: { ...discriminator, minibatchDiscrimination: discrimination },
  }, images],
};

for (const [name, [settings, shape]] of Object.entries(gans)) {
  Deno.test(`trainGan() logs the same with captured and eager steps of ${name}`, async () => {
    const captured = await train(settings, shape, true);
    const eager = await train(settings, shape, false);
    assertEquals(captured.length, STEPS);
    captured.forEach((row, step) => {
      row.forEach((value, column) => {
        assertAlmostEquals(value, eager[step][column], 1e-6 * Math.max(1, Math.abs(value)));
      });
    });
  });
}

for (const name of ["an MLP with minibatch discrimination", "a DCGAN"]) {
  Deno.test(`trainGan() repeats itself bit for bit with ${name}`, async () => {
    const [settings, shape] = gans[name];
    assertEquals(await train(settings, shape, true), await train(settings, shape, true));
  });
}

Deno.test("trainJudge() learns the same with captured and eager steps, bit for bit from run to run", async () => {
  const [captured, again, eager] = [await judge(true), await judge(true), await judge(false)];
  for (const [name, values] of Object.entries(captured)) {
    assertEquals(values, again[name], name);
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    values.forEach((value, index) => assertAlmostEquals(value, eager[name][index], 1e-6 * scale));
  }
});

/** The judge's parameters after 20 steps. */
async function judge(capture: boolean): Promise<Record<string, Float32Array>> {
  const engine = await openTestEngine({ capture });
  try {
    const data = makeData(images);
    const parameters = await trainJudge(engine, {
      data,
      labels: Uint8Array.from({ length: data.count }, (_, index) => index % 10),
      batchSize: 16,
      stepCount: STEPS,
      seed: 0,
      afterStep: () => {},
    });
    return Object.fromEntries(
      Object.entries(parameters).map((
        [name, tensor],
      ) => [name, tensor.dataSync() as Float32Array]),
    );
  } finally {
    engine.close();
  }
}

async function train(
  settings: GanSettings,
  shape: SampleShape,
  capture: boolean,
): Promise<number[][]> {
  const engine = await openTestEngine({ capture });
  try {
    const gan = makeGan(settings, shape);
    const rows: number[][] = [];
    await trainGan(engine, gan, {
      data: makeData(shape),
      seed: 0,
      start: { state: initGan(gan, 0), step: 0 },
      needsState: () => false,
      onRows: (more) => void rows.push(...more.map((row) => [...row])),
      onState: () => {},
    });
    return rows;
  } finally {
    engine.close();
  }
}

function makeData(shape: SampleShape): TrainingSet {
  const count = 64;
  if (shape.kind === "points") {
    return {
      shape,
      count,
      values: Float32Array.from({ length: 2 * count }, (_, i) => Math.sin(i)),
    };
  }
  const pixels = drawIntegers({ seed: 1, stream: "pixels", step: 0 }, count * shape.size ** 2, 256);
  return { shape, count, values: Uint8Array.from(pixels) };
}
