import type { GanWork } from "../work.ts";

const RING = {
  kind: "gan",
  objective: "non-saturating",
  optimizer: { learningRate: 1e-3, beta1: 0.5, beta2: 0.999, epsilon: 1e-8 },
  batchSize: 128,
  latentDim: 16,
  shape: { kind: "points" },
  generator: { kind: "mlp", hidden: [128, 128], activation: "relu" },
  discriminator: { kind: "mlp", hidden: [128, 128], activation: "relu" },
} as const;

const LOOKS_AHEAD = [0, 1, 2, 5, 10, 20];
const PACKINGS = [1, 2, 3, 4];

/** Steps of the ring's networks by how far the generator looks ahead. */
export const UNROLLED_WORKS: readonly GanWork[] = LOOKS_AHEAD.map((unrolledSteps) => ({
  ...RING,
  name: `unrolled-${unrolledSteps}`,
  label: String(unrolledSteps),
  unrolledSteps,
}));

/** Steps of the ring's networks by how many samples the discriminator sees joined as one. */
export const PACKED_WORKS: readonly GanWork[] = PACKINGS.map((packing) => ({
  ...RING,
  name: `packing-${packing}`,
  label: String(packing),
  packing,
}));
