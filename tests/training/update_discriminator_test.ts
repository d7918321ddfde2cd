import { assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { drawNormal } from "../../src/engine/random.ts";
import { type Gan, type GanSettings, initGan, makeGan } from "../../src/training/gan.ts";
import { updateDiscriminator } from "../../src/training/update_discriminator.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";

await openTestEngine({ precision: "float64" });

const network = { kind: "mlp", hidden: [6, 5], activation: "leaky-relu" } as const;
const settings: GanSettings = {
  latentDim: 2,
  batchSize: 4,
  stepCount: 1,
  discriminatorSteps: 1,
  objective: "non-saturating",
  optimizer: {
    kind: "adam",
    learningRate: { generator: 0.01, discriminator: 0.01 },
    beta1: 0.5,
    beta2: 0.999,
    epsilon: 1e-8,
  },
  generator: network,
  discriminator: network,
};
const draw = (stream: string) => tf.tensor(drawNormal({ seed: 1, stream, step: 0 }, 8), [4, 2]);
const batch = { real: draw("real"), fake: draw("fake"), mix: tf.tensor([0.1, 0.4, 0.6, 0.9]) };

function update(gan: Gan) {
  const { discriminator, discriminatorOptimizer } = initGan(gan, 1);
  return updateDiscriminator(
    gan,
    { parameters: discriminator, optimizer: discriminatorOptimizer },
    batch,
  );
}

for (
  const [name, more] of Object.entries(
    {
      "a plain loss": {},
      "a gradient penalty": { objective: "wasserstein", gradientPenalty: { weight: 10 } },
    } as const,
  )
) {
  Deno.test(`updateDiscriminator() with ${name} is the same for real and fake samples joined or apart`, () => {
    const gan = makeGan({ ...settings, ...more }, { kind: "points" });
    const joined = update(gan);
    const apart = update({
      ...gan,
      discriminator: { ...gan.discriminator, comparesSamples: true },
    });
    for (const [path, tensor] of Object.entries(joined.gradients)) {
      const expected = apart.gradients[path].dataSync();
      tensor.dataSync().forEach((value, at) => assertAlmostEquals(value, expected[at], 1e-12));
    }
    for (const key of ["loss", "dReal", "dFake"] as const) {
      assertAlmostEquals(joined[key].dataSync()[0], apart[key].dataSync()[0], 1e-12);
    }
  });
}

Deno.test("a discriminator says whether it compares the samples of a batch", () => {
  const compares = (discriminator: GanSettings["discriminator"]) =>
    makeGan({ ...settings, discriminator }, { kind: "points" }).discriminator.comparesSamples;
  const minibatchDiscrimination = { kernels: 2, dimensions: 2, reduction: "sum" } as const;
  assertEquals(compares(network), false);
  assertEquals(compares({ ...network, minibatchDiscrimination }), true);
});
