import type { AdamWork, GanWork, Work } from "./work.ts";

const ADAM: AdamWork = { learningRate: 2e-4, beta1: 0.5, beta2: 0.999, epsilon: 1e-8 };
const IMAGES = { kind: "images", size: 28 } as const;
const DISCRIMINATION = { kernels: 32, dimensions: 8, reduction: "sum" } as const;

const STEP = { kind: "gan", objective: "non-saturating", optimizer: ADAM } as const;

const RING = {
  ...STEP,
  latentDim: 16,
  shape: { kind: "points" },
  generator: { kind: "mlp", hidden: [128, 128], activation: "relu" },
  discriminator: { kind: "mlp", hidden: [128, 128], activation: "relu" },
} as const;

const MLP = {
  ...STEP,
  batchSize: 64,
  latentDim: 64,
  shape: IMAGES,
  generator: { kind: "mlp", hidden: [256, 512], activation: "leaky-relu" },
  discriminator: { kind: "mlp", hidden: [512, 256], activation: "leaky-relu" },
} as const;

const DCGAN = {
  ...STEP,
  batchSize: 64,
  latentDim: 64,
  shape: IMAGES,
  generator: { kind: "dcgan", channels: [128, 64] },
  discriminator: { kind: "dcgan", channels: [64, 128] },
} as const;

/** The DCGAN step whose share of the machine's rate is told. */
export const DCGAN_STEP: GanWork = {
  ...DCGAN,
  name: "dcgan",
  label: "DCGAN 28×28, 64–128 channels, batch 64",
};

/** Every workload, in the order of the table. */
export const WORKLOADS: readonly Work[] = [
  { ...RING, name: "ring-128", label: "Ring MLP, 128 wide, batch 128", batchSize: 128 },
  { ...RING, name: "ring-512", label: "Ring MLP, 128 wide, batch 512", batchSize: 512 },
  {
    ...RING,
    name: "ring-unrolled",
    label: "Ring MLP, unrolled 5 steps, batch 128",
    batchSize: 128,
    unrolledSteps: 5,
  },
  { ...MLP, name: "mlp", label: "MNIST MLP, 256–512–784, batch 64" },
  {
    ...MLP,
    name: "mlp-discrimination",
    label: "MNIST MLP, minibatch discrimination, B 32, C 8",
    discriminator: { ...MLP.discriminator, minibatchDiscrimination: DISCRIMINATION },
  },
  {
    ...MLP,
    name: "mlp-wgan-gp",
    label: "MNIST MLP, WGAN-GP, batch 64",
    objective: "wasserstein",
    gradientPenalty: 10,
  },
  { kind: "product", name: "product", label: "Matrix product, 1024³", side: 1024 },
  DCGAN_STEP,
  {
    ...DCGAN,
    name: "dcgan-discrimination",
    label: "DCGAN, minibatch discrimination, B 32, C 8",
    discriminator: { ...DCGAN.discriminator, minibatchDiscrimination: DISCRIMINATION },
  },
  {
    kind: "judge",
    name: "judge",
    label: "Judge training step, batch 96",
    batchSize: 96,
    shape: IMAGES,
    optimizer: { ...ADAM, learningRate: 1e-3, beta1: 0.9 },
  },
  {
    kind: "frechet",
    name: "frechet",
    label: "Fréchet distance, 10k × 128",
    count: 10_000,
    columns: 128,
  },
  {
    kind: "prdc",
    name: "prdc",
    label: "Precision, recall, density, coverage, 10k × 128, k 5",
    count: 10_000,
    columns: 128,
    neighbours: 5,
  },
];
