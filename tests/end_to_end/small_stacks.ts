/** A real experiment on stacked digits that trains in a few seconds a run. */
export const SMALL_STACKS = `import { defineExperiment } from "assay";

export default defineExperiment({
  name: "small-stacks",
  question: "Does it run?",
  dataset: { kind: "stacked-mnist", trainCount: 2_000, testCount: 2_000 },
  seeds: [1],
  base: {
    latentDim: 16,
    batchSize: 16,
    stepCount: 20,
    generator: { kind: "dcgan", channels: [8, 8, 4] },
    discriminator: { kind: "dcgan", channels: [2, 4, 4] },
  },
  variants: { "vanilla": {}, "packing": { packing: 2 } },
  evaluation: { sampleCount: 1_000, curveSampleCount: 100, every: 20 },
  claims: [{ metric: "modes_captured", better: "packing", than: "vanilla" }],
});
`;
