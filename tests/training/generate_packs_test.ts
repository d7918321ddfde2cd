import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { drawNormal } from "../../src/engine/random.ts";
import type { GeneratorSettings } from "../../src/networks/generator.ts";
import type { SampleShape } from "../../src/networks/network.ts";
import { initGan, makeGan } from "../../src/training/gan.ts";
import { generatePacks } from "../../src/training/generate_packs.ts";
import { packSamples } from "../../src/training/pack_samples.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

await openTestEngine();

const LATENT_DIM = 3;
const MLP = { kind: "mlp", hidden: [5, 4], activation: "relu" } as const;
const POINTS: SampleShape = { kind: "points" };
const NORMALISED: Record<string, [GeneratorSettings, SampleShape]> = {
  "points": [{ ...MLP, batchNorm: true }, POINTS],
  "images": [{ kind: "dcgan", channels: [4, 3] }, { kind: "images", size: 4, channels: 2 }],
};

Deno.test("generatePacks() packs the samples of a generator that makes each by itself", () => {
  const { gan, generator, latents } = setUp(MLP, POINTS, 2);
  assertEquals(
    generatePacks(gan, generator, latents).arraySync(),
    packSamples(gan.generator.apply(generator, latents), 2).arraySync(),
  );
});

for (const [name, [settings, shape]] of Object.entries(NORMALISED)) {
  Deno.test(`generatePacks() normalises each member of packs of ${name} apart`, () => {
    const { gan, generator, latents } = setUp(settings, shape, 3);
    const packs = generatePacks(gan, generator, latents);
    const rows = latents.arraySync() as number[][];
    const members = [0, 1, 2].map((member) => {
      const own = tf.tensor(rows.filter((_, index) => index % 3 === member));
      return gan.generator.apply(generator, own);
    });
    const expected = tf.concat(members, members[0].rank - 1);
    assertEquals(packs.shape, expected.shape);
    assertEquals(packs.arraySync(), expected.arraySync());

    const together = packSamples(gan.generator.apply(generator, latents), 3);
    const difference = tf.max(tf.abs(tf.sub(packs, together))).dataSync()[0];
    assertEquals(difference > 1e-4, true, `only ${difference} from normalised together`);
  });

  Deno.test(`generatePacks() makes single ${name} as the generator does`, () => {
    const { gan, generator, latents } = setUp(settings, shape, 1);
    assertEquals(
      generatePacks(gan, generator, latents).arraySync(),
      gan.generator.apply(generator, latents).arraySync(),
    );
  });
}

function setUp(settings: GeneratorSettings, shape: SampleShape, packing: number) {
  const gan = makeGan({
    latentDim: LATENT_DIM,
    batchSize: 4,
    stepCount: 1,
    discriminatorSteps: 1,
    objective: "non-saturating",
    packing,
    optimizer: {
      kind: "adam",
      learningRate: { generator: 1e-3, discriminator: 1e-3 },
      beta1: 0.5,
      beta2: 0.999,
      epsilon: 1e-8,
    },
    generator: settings,
    discriminator: MLP,
  }, shape);
  const { generator } = initGan(gan, 1);
  const values = drawNormal({ seed: 2, stream: "latents", step: 0 }, 4 * packing * LATENT_DIM);
  return { gan, generator, latents: tf.tensor(values, [4 * packing, LATENT_DIM]) };
}
