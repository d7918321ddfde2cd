/**
 * A mixture of equal, round Gaussians in the plane, evenly spaced on a circle around the origin. The
 * first centre is at angle 0.
 */
export interface RingSpec {
  /** What tells it from its alternatives. */
  readonly kind: "ring";
  /** Number of Gaussians on the circle, 1 to 256. Default 8. */
  readonly modeCount?: number;
  /** Radius of the circle, 1e-30 to 1e30. Default 1. */
  readonly radius?: number;
  /** Standard deviation of each Gaussian along each axis, 1e-30 to 1e30. Default 0.02. */
  readonly standardDeviation?: number;
  /** Points to train on, 2 to 10,000,000. Default 50,000. */
  readonly trainCount?: number;
  /** Points to compare with, 2 to 10,000,000; of another number, all is computed anew. Default 10,000. */
  readonly testCount?: number;
}

/** A mixture of equal, round Gaussians on a square grid around the origin. */
export interface GridSpec {
  /** What tells it from its alternatives. */
  readonly kind: "grid";
  /** Gaussians along each side, 1 to 16; the grid has its square. Default 5. */
  readonly side?: number;
  /** Distance between neighbouring centres, 1e-30 to 1e30. Default 2. */
  readonly spacing?: number;
  /** Standard deviation of each Gaussian along each axis, 1e-30 to 1e30. Default 0.05. */
  readonly standardDeviation?: number;
  /** Points to train on, 2 to 10,000,000. Default 50,000. */
  readonly trainCount?: number;
  /** Points to compare with, 2 to 10,000,000; of another number, all is computed anew. Default 10,000. */
  readonly testCount?: number;
}

/** A mixture of round Gaussians at any centres. */
export interface MixtureSpec {
  /** What tells it from its alternatives. */
  readonly kind: "mixture";
  /** Centres [x, y], each number in -1e30 to 1e30; 1 to 256 of them, all different. */
  readonly centres: readonly (readonly [number, number])[];
  /** Relative weights, 1e-15 to 1e15, as many as centres; they are divided by their sum. Default: equal. */
  readonly weights?: readonly number[];
  /** Standard deviation of each Gaussian along each axis, 1e-30 to 1e30. Default 0.05. */
  readonly standardDeviation?: number;
  /** Points to train on, 2 to 10,000,000. Default 50,000. */
  readonly trainCount?: number;
  /** Points to compare with, 2 to 10,000,000; of another number, all is computed anew. Default 10,000. */
  readonly testCount?: number;
}

/** MNIST: 60,000 training and 10,000 test images of handwritten digits in ten classes. */
export interface MnistSpec {
  /** What tells it from its alternatives. */
  readonly kind: "mnist";
  /** Height and width in pixels. Only 28, the default. */
  readonly size?: 28;
}

/**
 * Stacked MNIST: colour images of 28 x 28 pixels whose red, green and blue are three digits drawn
 * independently, 1,000 modes in all (Metz et al. 2017; Srivastava et al. 2017). Training stacks are
 * of MNIST's training digits and test stacks of its test digits; PacGAN draws from both together.
 */
export interface StackedMnistSpec {
  /** What tells it from its alternatives. */
  readonly kind: "stacked-mnist";
  /** Stacks to train on, 2 to 10,000,000. Default 128,000, as in PacGAN (Lin et al. 2018). */
  readonly trainCount?: number;
  /** Stacks to compare with, 2 to 10,000,000; of another number, all is computed anew. Default 26,000. */
  readonly testCount?: number;
}

/** What the networks learn to imitate. */
export type DatasetSpec = MnistSpec | StackedMnistSpec | RingSpec | GridSpec | MixtureSpec;

/** Fully connected network. */
export interface MlpSpec {
  /** The default kind. */
  readonly kind?: "mlp";
  /**
   * Units of each hidden layer from input to output, 1 to 16 layers of 1 to 8,192 units.
   * Default for images: generator [256, 512], discriminator [512, 256]; for points: [128, 128].
   */
  readonly hidden?: readonly number[];
  /**
   * What follows each hidden layer; leaky-relu has slope 0.2 below zero, maxout takes the largest of
   * several linear pieces (Goodfellow et al. 2013). Default "leaky-relu".
   */
  readonly activation?: "leaky-relu" | "relu" | "tanh" | "maxout";
  /** Linear pieces of each maxout unit, 2 to 16. Default 5; left out for other activations. */
  readonly pieces?: number;
  /**
   * Whether each hidden layer is normalised by its batch before the activation (Ioffe & Szegedy 2015).
   * Default false.
   */
  readonly batchNorm?: boolean;
  /** Standard deviation of all kernels at the start, > 0 and <= 1. Absent or null: Glorot's for each layer. */
  readonly initialStandardDeviation?: number | null;
}

/** Convolutional network with batch normalisation, for 28 x 28 images (Radford et al. 2016). */
export interface DcganSpec {
  /** What tells it from its alternatives. */
  readonly kind: "dcgan";
  /**
   * Channels of each convolution from input to output, one to four of 1 to 1,024; each halves (or in
   * a generator doubles) the side: 28, 14, 7, 4, 2. Default: generator [128, 64], discriminator
   * [64, 128].
   */
  readonly channels?: readonly number[];
}

/** The same as a discriminator. */
export interface ConvolutionalDiscriminatorSpec extends DcganSpec {
  /**
   * Whether all convolutions but the first are normalised by their batch. Default true; false where there is a gradient
   * penalty (Gulrajani et al. 2017, section 4).
   */
  readonly batchNorm?: boolean;
}

/** Features that compare each sample with the others of its batch (Salimans et al. 2016, 3.2). */
export interface MinibatchDiscriminationSpec {
  /** Number of kernels B, and so of added features, 1 to 1,024. Default 32. */
  readonly kernels?: number;
  /** Dimensions C of each kernel's space, 1 to 1,024. Default 8. */
  readonly dimensions?: number;
  /**
   * Whether the closeness to the others is summed, as in the paper, or averaged, so that its scale
   * does not grow with the batch. Default "sum".
   */
  readonly reduction?: "sum" | "mean";
  /**
   * What each sample is compared with: the other samples, or as many at the origin, which leaves the
   * layer its parameters and takes away all that one sample tells of another: its control. Default
   * "others".
   */
  readonly compareWith?: "others" | "origin";
}

/** The network that makes samples. `kind` defaults to "mlp". */
export type GeneratorSpec = MlpSpec | DcganSpec;

/** The network that tells real from made. `kind` defaults to "mlp". */
export type DiscriminatorSpec = (MlpSpec | ConvolutionalDiscriminatorSpec) & {
  /** Absent or null: none. null takes it away from what a variant extends. */
  readonly minibatchDiscrimination?: MinibatchDiscriminationSpec | null;
};

/** Adam (Kingma & Ba 2015), one for each network. */
export interface OptimizerSpec {
  /** Only "adam", the default. */
  readonly kind?: "adam";
  /** Step size, > 0 and <= 1: one for both networks or one for each. Default 2e-4. */
  readonly learningRate?: number | {
    readonly generator?: number;
    readonly discriminator?: number;
  };
  /** Decay of the mean of gradients, in [0, 1). Default 0.5. */
  readonly beta1?: number;
  /** Decay of the mean of squared gradients, in [0, 1). Default 0.999. */
  readonly beta2?: number;
  /** Added to the root of that mean, > 0 and <= 1. Default 1e-8. */
  readonly epsilon?: number;
}

/**
 * How hard the discriminator's slope is held at 1 between real and made samples. Its answer to one sample must not depend
 * on the others, so that it can have neither batch normalisation nor minibatch discrimination.
 */
export interface GradientPenaltySpec {
  /** Its weight in the loss, > 0. Default 10. */
  readonly weight?: number;
}

/**
 * How a GAN is built and trained. What a variant leaves out comes from what it extends, then from
 * `base`, then from the default. Objects merge key by key; one whose `kind` changes is replaced.
 */
export interface SettingsSpec {
  /** Length of the latent vector, standard normal, 1 to 4,096. Default 64. */
  readonly latentDim?: number;
  /**
   * Inputs of the discriminator in a step, real ones and as many made ones, 2 to 4,096. Each is one
   * sample, or `packing` of them. Default 64.
   */
  readonly batchSize?: number;
  /** Generator steps, 1 to 999,999. Default 2,000. */
  readonly stepCount?: number;
  /** Discriminator steps before each generator step, 1 to 100. Default 1. */
  readonly discriminatorSteps?: number;
  /**
   * Pair of losses (Goodfellow et al. 2014, section 3; Arjovsky et al. 2017, which wants a
   * gradient penalty). Default "non-saturating".
   */
  readonly objective?: "non-saturating" | "minimax" | "wasserstein";
  /** Added to the discriminator's loss (Gulrajani et al. 2017, eq. 3). Absent or null: none. */
  readonly gradientPenalty?: GradientPenaltySpec | null;
  /**
   * Further discriminator updates that the generator looks ahead through, 0 to 100 (Metz et al. 2017).
   * Default 0.
   */
  readonly unrolledSteps?: number;
  /**
   * Samples that the discriminator sees joined as one input, all real or all made, 1 to 16 (Lin et al.
   * 2018). A step then takes `packing` times as many samples. A generator's batch normalisation sees the first
   * samples of all inputs as one batch, the second as another, and so on. Default 1.
   */
  readonly packing?: number;
  /** How gradients become steps. Default: Adam at 2e-4. */
  readonly optimizer?: OptimizerSpec;
  /** Default: an MLP. */
  readonly generator?: GeneratorSpec;
  /** Default: an MLP. */
  readonly discriminator?: DiscriminatorSpec;
}

/** Settings by which this variant differs from `base`, or from the variant that it extends. */
export type VariantSpec<Name extends string = string> = SettingsSpec & {
  /** Another variant whose settings this one starts from. */
  readonly extends?: Name;
};

/** What is measured, and how often. */
export interface EvaluationSpec {
  /**
   * Samples of the trained generator, 2 up to what the data can be compared with: 10,000 for MNIST,
   * the smaller of `trainCount` and `testCount` for stacks and points. Default: that, but at most
   * 10,000, or 26,000 for stacks, as published numbers of modes are of so many.
   */
  readonly sampleCount?: number;
  /**
   * Steps between snapshots, 1 to `stepCount`, for at most 200 snapshots; the last step always is
   * one. Default: a fifth of the fewest steps.
   */
  readonly every?: number;
  /**
   * Samples at each snapshot, with the range of `sampleCount`. Default: `sampleCount`, but at most
   * 2,000.
   */
  readonly curveSampleCount?: number;
  /**
   * Base name of the metric by which each run's best snapshot is chosen, such as "frechet_distance". It is measured on a
   * validation split that nothing is trained on: MNIST's last 10,000 training images, or `testCount` further points; stacked digits have none.
   * The final samples then come from the chosen snapshot. Absent or null: none, and they come from the last step.
   */
  readonly selectBy?: string | null;
  /**
   * Samples that a snapshot shows, always from the same latents, 1 to 4,096. Default 64 images or
   * 512 points.
   */
  readonly gridSize?: number;
}

/** That one variant is better than another by a metric. */
export interface ComparisonClaimSpec<Name extends string = string> {
  /** Base name of a metric, such as "frechet_distance"; the number of samples is added for you. */
  readonly metric: string;
  /** Variant that is expected to be better by this metric. */
  readonly better: Name;
  /** Variant that it is compared with. */
  readonly than: Name;
  /** Welch's t-test, or the paired t-test over seeds. Default "welch". */
  readonly test?: "welch" | "paired";
}

/** That a metric of one variant keeps to a bound: `atLeast` or `atMost`, one of them. */
export interface ThresholdClaimSpec<Name extends string = string> {
  /** Base name of any metric, such as "modes_covered_20"; also one with no better direction. */
  readonly metric: string;
  /** Variant that the claim is about. */
  readonly variant: Name;
  /** The least that is expected, in units of the metric; the bound itself counts as met. */
  readonly atLeast?: number;
  /** The most that is expected; the bound itself counts as met. */
  readonly atMost?: number;
  /**
   * Whether the mean over seeds is meant, judged by its interval, or each seed by itself, where one
   * miss refutes the claim and a run that diverged is a miss. Default "mean".
   */
  readonly on?: "mean" | "every seed";
}

/** What the experiment is expected to show, written down before it runs. */
export type ClaimSpec<Name extends string = string> =
  | ComparisonClaimSpec<Name>
  | ThresholdClaimSpec<Name>;

/** A number that a paper gives for what a variant does, shown beside ours. */
export interface PublishedSpec<Name extends string = string> {
  /** Variant that it is shown beside. */
  readonly variant: Name;
  /** Base name of a metric, such as "modes_covered". */
  readonly metric: string;
  /** The number, in the metric's own unit: a share of 98.2 % is 0.982. */
  readonly value: number;
  /** Its standard error, where the source gives one, >= 0. */
  readonly standardError?: number;
  /** Where it stands, such as "Lin et al. 2018, arXiv:1712.04086, table 1". */
  readonly source: string;
  /** What it was measured on, such as "10 trials, 400 epochs, 2,500 samples". */
  readonly protocol: string;
}

/** What `--preset` replaces; what is not named here stays. */
export interface PresetSpec<Name extends string = string> {
  /** Data in place of the others, whole, and of the same kind. */
  readonly dataset?: DatasetSpec;
  /** Seeds in place of the others. */
  readonly seeds?: readonly number[];
  /** The only variants to run. Claims that name another are left out. Default: the spec's `only`. */
  readonly only?: readonly Name[];
  /** Settings that win over those of every variant. */
  readonly base?: SettingsSpec;
  /** Settings that win over those of one variant, and of those that extend it. */
  readonly variants?: Readonly<Partial<Record<Name, SettingsSpec>>>;
  /** Where `every` is not named, it is cut to the fewest steps. */
  readonly evaluation?: EvaluationSpec;
  /** In place of the spec's own; each must be expected of the preset. */
  readonly claims?: readonly ClaimSpec<Name>[];
  /** In place of the spec's own. */
  readonly protocolDifferences?: readonly string[];
}

/** An experiment as its author writes it. */
export interface ExperimentSpec<Name extends string = string> {
  /** Folder of its results: 1 to 64 of A-Z a-z 0-9 . _ + -, the first a letter or digit, the last no dot. */
  readonly name: string;
  /** What the report answers, in one sentence. */
  readonly question: string;
  /** What is learned. */
  readonly dataset: DatasetSpec;
  /** One run per variant and seed; different integers in 0..4294967295. Default [1, 2, 3]. */
  readonly seeds?: readonly number[];
  /** Settings that all variants start from. */
  readonly base?: SettingsSpec;
  /** What is compared, by name; at least one. Names are folders: none is `reference`, a device of Windows or a member of every object such as `constructor`, no two differ by case alone. */
  readonly variants: Readonly<Record<Name, VariantSpec<NoInfer<Name>>>>;
  /** The only variants to run, the others being for presets; claims that name one of those are left out. Default: all. */
  readonly only?: readonly NoInfer<Name>[];
  /** What is measured, and how often. */
  readonly evaluation?: EvaluationSpec;
  /** Default: none, and the report only describes. */
  readonly claims?: readonly ClaimSpec<NoInfer<Name>>[];
  /** Numbers of papers, shown beside ours. Those of a variant that is not run are left out. */
  readonly published?: readonly PublishedSpec<NoInfer<Name>>[];
  /** In what this experiment differs from the published ones: one sentence each, shown with them. */
  readonly protocolDifferences?: readonly string[];
  /**
   * Other versions of the experiment, by name: `--preset faithful` runs the one called "faithful", and
   * `--quick` is `--preset quick`. Their results are kept apart, in `results/<name>.<preset>/`, so
   * that they are named like folders.
   */
  readonly presets?: Readonly<Record<string, PresetSpec<NoInfer<Name>>>>;
}
