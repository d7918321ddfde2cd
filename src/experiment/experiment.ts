import type { Claim } from "../statistics/claim.ts";

export type { Claim, ComparisonClaim, ThresholdClaim } from "../statistics/claim.ts";

// Type aliases, as interfaces cannot be assigned to JSON types.

/** Images of 28 x 28 pixels. */
export type MnistDataset = {
  /** What tells it from its alternatives. */
  readonly kind: "mnist";
  /** Height and width in pixels. */
  readonly size: 28;
};

/** Colour images of 28 x 28 pixels, each channel of which is a digit of MNIST. */
export type StackedMnistDataset = {
  /** What tells it from its alternatives. */
  readonly kind: "stacked-mnist";
  /** Height and width in pixels. */
  readonly size: 28;
  /** Digits in a stack. */
  readonly channels: 3;
  /** Stacks of training digits to train on. */
  readonly trainCount: number;
  /** Stacks of test digits to compare with. */
  readonly testCount: number;
};

/** How many points are drawn from a mixture, and how wide its Gaussians are. */
export type PointCounts = {
  /** Of each Gaussian along each axis. */
  readonly standardDeviation: number;
  /** Points to train on. */
  readonly trainCount: number;
  /** Points to compare with. */
  readonly testCount: number;
};

/** Equal Gaussians on a circle. */
export type RingDataset = PointCounts & {
  /** What tells it from its alternatives. */
  readonly kind: "ring";
  /** Gaussians on the circle. */
  readonly modeCount: number;
  /** Of the circle. */
  readonly radius: number;
};

/** Equal Gaussians on a square grid. */
export type GridDataset = PointCounts & {
  /** What tells it from its alternatives. */
  readonly kind: "grid";
  /** Gaussians along each side. */
  readonly side: number;
  /** Distance between neighbouring centres. */
  readonly spacing: number;
};

/** Gaussians at given centres; `weights` are as many, > 0, and sum to 1. */
export type MixtureDataset = PointCounts & {
  /** What tells it from its alternatives. */
  readonly kind: "mixture";
  /** Each as [x, y]. */
  readonly centres: readonly (readonly [number, number])[];
  /** Probability of each centre; they sum to 1. */
  readonly weights: readonly number[];
};

/** What is learned, with nothing left to default. */
export type Dataset =
  | MnistDataset
  | StackedMnistDataset
  | RingDataset
  | GridDataset
  | MixtureDataset;

/** Fully connected network. */
export type Mlp = {
  /** What tells it from its alternatives. */
  readonly kind: "mlp";
  /** Units of each hidden layer, from input to output. */
  readonly hidden: readonly number[];
  /** What follows each hidden layer. */
  readonly activation: "leaky-relu" | "relu" | "tanh" | "maxout";
  /** Linear pieces of a maxout unit; absent for other activations. */
  readonly pieces?: number;
  /** Whether hidden layers are normalised before their activation. Absent: no. */
  readonly batchNorm?: true;
  /** Standard deviation of all kernels at the start. Absent: Glorot's. */
  readonly initialStandardDeviation?: number;
};

/** Convolutional network for 28 x 28 images. */
export type Dcgan = {
  /** What tells it from its alternatives. */
  readonly kind: "dcgan";
  /** Channels of each convolution, from input to output. */
  readonly channels: readonly number[];
};

/** B kernels of C dimensions; closeness summed or averaged over the rest of the batch. */
export type MinibatchDiscrimination = {
  /** Number of kernels B. */
  readonly kernels: number;
  /** Dimensions C of each kernel's space. */
  readonly dimensions: number;
  /** How closeness to the others becomes one feature. */
  readonly reduction: "sum" | "mean";
  /** Absent: with the others of the batch. */
  readonly compareWith?: "origin";
};

/** The network that makes samples. */
export type Generator = Mlp | Dcgan;

/** The network that tells real from made. */
export type Discriminator = (Mlp | Dcgan & { readonly batchNorm?: false }) & {
  /** Absent: none. */
  readonly minibatchDiscrimination?: MinibatchDiscrimination;
};

/** Adam's settings, with a step size for each network. */
export type Optimizer = {
  /** What tells it from its alternatives. */
  readonly kind: "adam";
  /** Step size of each network. */
  readonly learningRate: { readonly generator: number; readonly discriminator: number };
  /** Decay of the mean of gradients. */
  readonly beta1: number;
  /** Decay of the mean of squared gradients. */
  readonly beta2: number;
  /** Added to the root of that mean. */
  readonly epsilon: number;
};

/** One variant, with nothing left to default. */
export type RunSettings = {
  /** Length of the latent vector. */
  readonly latentDim: number;
  /** Inputs of the discriminator in a step, real ones and as many made ones. */
  readonly batchSize: number;
  /** Generator steps. */
  readonly stepCount: number;
  /** Discriminator steps before each generator step. */
  readonly discriminatorSteps: number;
  /** Pair of losses. */
  readonly objective: "non-saturating" | "minimax" | "wasserstein";
  /** Absent: none. */
  readonly gradientPenalty?: { readonly weight: number };
  /** Further discriminator updates that the generator looks ahead through. Absent: none. */
  readonly unrolledSteps?: number;
  /** Samples that the discriminator sees joined as one input. Absent: 1. */
  readonly packing?: number;
  /** How gradients become steps. */
  readonly optimizer: Optimizer;
  /** The network that makes samples. */
  readonly generator: Generator;
  /** The network that tells real from made. */
  readonly discriminator: Discriminator;
};

/** Sizes of the samples that metrics see, and the steps between snapshots. */
export type EvaluationSettings = {
  /** Samples of a trained generator. */
  readonly sampleCount: number;
  /** Steps between snapshots. */
  readonly every: number;
  /** Samples at each snapshot. */
  readonly curveSampleCount: number;
  /** Samples that a snapshot shows. */
  readonly gridSize: number;
  /** Base name of the metric by which each run's best snapshot is chosen. Absent: the last step. */
  readonly selectBy?: string;
};

/** A number that a paper gives for what a variant does; `metric` is a base name. */
export type Published = {
  /** Variant that it is shown beside. */
  readonly variant: string;
  /** Base name of a metric. */
  readonly metric: string;
  /** The number, in the metric's own unit. */
  readonly value: number;
  /** Its standard error, where the source gives one. */
  readonly standardError?: number;
  /** Where it stands. */
  readonly source: string;
  /** What it was measured on. */
  readonly protocol: string;
};

/** An experiment with nothing left to default; all that later phases see of a spec. */
export type Experiment = {
  /** Folder of its results. */
  readonly name: string;
  /** What the report answers. */
  readonly question: string;
  /** What is learned. */
  readonly dataset: Dataset;
  /** One run for each variant and seed. */
  readonly seeds: readonly number[];
  /** Settings by variant name, in the order of the spec. */
  readonly variants: Readonly<Record<string, RunSettings>>;
  /** What is measured, and how often. */
  readonly evaluation: EvaluationSettings;
  /** Expectations registered before the run, in the order of the spec; metrics by base name. */
  readonly claims: readonly Claim[];
  /** Numbers of papers, in the order of the spec. Absent: none. */
  readonly published?: readonly Published[];
  /** In what the experiment differs from theirs, in sentences. Absent: not said. */
  readonly protocolDifferences?: readonly string[];
};
