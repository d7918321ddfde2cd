import { assertEquals } from "@std/assert";
import { toCanonicalJson } from "../../pipeline/canonical.ts";
import { digestData } from "../../pipeline/digest.ts";
import { makeStageKey } from "../../pipeline/key.ts";
import { expandExperiment, parseExperiment } from "../../src/experiment/mod.ts";

/** A spec as somebody may write it: names in no order, defaults left out. */
const SPEC = {
  seeds: [2, 1],
  name: "golden",
  question: "Are keys the same on every machine?",
  dataset: { modeCount: 8, kind: "ring" },
  variants: {
    "vanilla": {},
    "minibatch": { discriminator: { minibatchDiscrimination: { kernels: 4, dimensions: 2 } } },
  },
  base: { stepCount: 300, optimizer: { learningRate: 2e-4, kind: "adam" } },
  evaluation: { every: 100, sampleCount: 1_000 },
};

Deno.test("the same spec gives the same keys on any machine", () => {
  const nodes = expandExperiment(parseExperiment(SPEC, { file: "golden.ts" }));
  const keys = Object.fromEntries(nodes.map(({ id, kind, params, inputs }) => {
    // Digests stand for artifacts that no machine has computed yet.
    const digests = Object.entries(inputs).map(([name, input]) => {
      return [name, digestData(`${input.stage} ${input.artifact}`)];
    });
    const identity = { kind, params, inputs: Object.fromEntries(digests), fingerprint: "code" };
    return [id, makeStageKey(identity)];
  }));
  assertEquals(
    keys["prepare-data"],
    "c1117b0968a41260a9dd3a1a11e4103fc8db70a34b5f5ad327603007b95e2ee0",
  );
  assertEquals(
    keys["train-gan/vanilla/seed=1"],
    "8c6a9f225ce0990f25f27fa93c89fc505c289a27511fbbf572a9ab87639aac28",
  );
  assertEquals(
    digestData(toCanonicalJson(keys)),
    "804d6e6db6f074dc9a3baf8c599eb4f14bb7096e1c30eedb5082cea9c09ce996",
  );
});
