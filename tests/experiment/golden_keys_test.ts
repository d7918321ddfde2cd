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
    "b79224bf5c584845d2aa306cc034617afd989aaadbb873b12211789e75f1a89f",
  );
  assertEquals(
    digestData(toCanonicalJson(keys)),
    "67b41d9e212c1291bb00a4fa7fd9132692477953b63d64d59e5330be0c6f2238",
  );
});
