import type {
  Evaluation,
  ReportData,
  ReportExperiment,
  ReportRun,
} from "../../src/report/report_data.ts";
import { makeFixtureComparison } from "./fixture_comparison.ts";
import { makeFixtureHistory } from "./fixture_history.ts";
import { type FixtureLook, makeFixtureImages, readFixtureDigits } from "./fixture_images.ts";
import { makeFixtureRandom } from "./fixture_random.ts";

const STEPS = [250, 500, 750, 1000, 1250, 1500];
const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const PROTOCOL = {
  sampleCount: 10_000,
  realCount: 10_000,
  space: "judge's penultimate layer, 128 features",
};
const SHARED = {
  latentDim: 64,
  batchSize: 64,
  stepCount: 1500,
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

const EXPERIMENT: ReportExperiment = {
  name: "mode-collapse",
  question: "Does minibatch discrimination restore the classes that a vanilla GAN drops?",
  dataset: { kind: "mnist", size: 28 },
  seeds: [1, 2, 3],
  evaluation: { sampleCount: 10_000, every: 250, curveSampleCount: 2000, gridSize: 64 },
  claims: [
    {
      metric: "class_entropy",
      better: "minibatch-discrimination",
      than: "vanilla",
      test: "welch",
    },
    {
      metric: "kl_to_uniform",
      better: "vanilla",
      than: "minibatch-discrimination",
      test: "paired",
    },
    { metric: "frechet_distance", better: "dcgan", than: "vanilla", test: "welch" },
    { metric: "class_entropy", variant: "vanilla", side: "at most", bound: 1, on: "mean" },
    {
      metric: "classes_covered",
      variant: "dcgan",
      side: "at least",
      bound: 10,
      on: "every seed",
    },
  ],
  variants: {
    "vanilla": {
      ...SHARED,
      generator: { kind: "mlp", hidden: [256, 512], activation: "relu" },
      discriminator: { kind: "mlp", hidden: [512, 256] },
    },
    "dcgan": {
      ...SHARED,
      generator: { kind: "dcgan", channels: [64, 32] },
      discriminator: { kind: "dcgan", channels: [32, 64] },
    },
    "minibatch-discrimination": {
      ...SHARED,
      generator: { kind: "mlp", hidden: [256, 512], activation: "relu" },
      discriminator: {
        kind: "mlp",
        hidden: [512, 256],
        minibatchDiscrimination: { kernels: 32, dimensions: 8, reduction: "sum" },
      },
    },
  },
};

interface Plot {
  readonly variant: string;
  readonly lead: number;
  /** Fréchet distance at the end. */
  readonly distance: number;
  readonly noise: number;
  readonly divergesAt?: Readonly<Record<number, number>>;
  look(seed: number, progress: number): FixtureLook;
}

const PLOTS: readonly Plot[] = [
  {
    variant: "vanilla",
    lead: 0.9,
    distance: 640,
    noise: 0.2,
    look: (seed, progress) => ({
      classes: progress < 0.4 ? [1, 7, 3 + seed] : [(seed * 4 + Math.round(progress * 3)) % 10],
      variety: progress < 0.4 ? 4 : 1,
      noise: 0.15 + 0.85 * (1 - progress) ** 2,
    }),
  },
  {
    variant: "dcgan",
    lead: 0.3,
    distance: 38,
    noise: 0.06,
    divergesAt: { 2: 1118 },
    look: (_, progress) => ({
      classes: ALL,
      variety: 40,
      noise: 0.03 + 0.9 * (1 - progress) ** 3,
    }),
  },
  {
    variant: "minibatch-discrimination",
    lead: 0.6,
    distance: 112,
    noise: 0.3,
    look: (_, progress) => ({
      classes: ALL,
      variety: 20,
      noise: 0.22 + 0.78 * (1 - progress) ** 2,
    }),
  },
];

/** Makes a report's data on real MNIST digits: three variants, three seeds, one of the runs diverged. */
export function makeImageFixture(): ReportData {
  const digits = readFixtureDigits();
  const runs: ReportRun[] = [];
  for (const [place, plot] of PLOTS.entries()) {
    for (const seed of EXPERIMENT.seeds) {
      const random = makeFixtureRandom(100 * place + seed);
      const divergesAt = plot.divergesAt?.[seed];
      const steps = STEPS.filter((step) => step <= (divergesAt ?? Infinity));
      const final = makeFixtureImages(digits, plot.look(seed, 1), { random, count: 24 });
      runs.push({
        variant: plot.variant,
        seed,
        evaluation: evaluate(plot, seed, { random, steps, divergesAt }),
        history: makeFixtureHistory({ stepCount: 1500, lead: plot.lead, divergesAt }, random),
        snapshots: steps.map((step) => ({
          step,
          images: makeFixtureImages(digits, plot.look(seed, step / 1500), { random, count: 64 }),
        })),
        ...(divergesAt === undefined && {
          walks: {
            lineCount: 6,
            images: makeFixtureImages(digits, plot.look(seed, 1), { random, count: 60 }),
          },
          neighbours: {
            samples: final,
            neighbours: makeFixtureImages(digits, { ...plot.look(seed, 1), noise: 0 }, {
              random,
              count: 24,
            }),
            distances: Float32Array.from({ length: 24 }, () => 3 + 4 * random.uniform()),
          },
        }),
      });
    }
  }
  const random = makeFixtureRandom(9);
  const real = { classes: ALL, variety: 300, noise: 0 };
  const reference: Evaluation = {
    status: "done",
    protocol: PROTOCOL,
    metrics: {
      frechet_distance_10k: 1.39,
      class_entropy: 2.3011,
      kl_to_uniform: 0.0021,
      classes_covered: 10,
      nearest_neighbour_distance: 6.63,
    },
    snapshotMetrics: { frechet_distance_2k: 5.87 },
    curve: [],
    histogram: ALL.map((label) => ({
      label: String(label),
      count: 1000 + Math.round(60 * random.normal()),
    })),
  };
  return {
    experiment: EXPERIMENT,
    differences: [
      {
        path: "generator",
        values: pickSetting((settings) => settings.generator),
      },
      {
        path: "discriminator",
        values: pickSetting((settings) => settings.discriminator),
      },
    ],
    comparison: makeFixtureComparison(EXPERIMENT, runs, reference.metrics),
    runs,
    reference,
    referenceSamples: { images: makeFixtureImages(digits, real, { random, count: 64 }) },
    judgeAccuracy: 0.9891,
  };
}

function pickSetting(
  read: (settings: ReportExperiment["variants"][string]) => ReportExperiment["variants"][string][
    string
  ],
): ReportData["differences"][number]["values"] {
  return Object.fromEntries(
    Object.entries(EXPERIMENT.variants).map(([name, settings]) => [name, read(settings)]),
  );
}

function evaluate(
  plot: Plot,
  seed: number,
  { random, steps, divergesAt }: {
    random: ReturnType<typeof makeFixtureRandom>;
    steps: readonly number[];
    divergesAt?: number;
  },
): Evaluation {
  const wobble = (): number => Math.exp(plot.noise * random.normal());
  const curve = steps.map((step) => {
    const { classes } = plot.look(seed, step / 1500);
    const entropy = Math.min(2.3, Math.log(classes.length) * 0.97 + 0.1 * random.uniform());
    return {
      step,
      metrics: {
        frechet_distance_2k: 4.5 + plot.distance * wobble() * (1 + 3 * Math.exp(-step / 300)),
        class_entropy: entropy,
        kl_to_uniform: Math.log(10) - entropy,
        classes_covered: classes.length,
        nearest_neighbour_distance: 5.2 + plot.noise * 4 + 0.3 * random.normal(),
      },
    };
  });
  if (divergesAt !== undefined) {
    const reason = `discriminator_loss is NaN at step ${divergesAt}`;
    return { status: "diverged", reason, protocol: PROTOCOL, metrics: {}, curve, histogram: [] };
  }
  const { frechet_distance_2k, ...rest } = curve[curve.length - 1].metrics;
  const { classes } = plot.look(seed, 1);
  const weights = ALL.map((label) =>
    (classes.includes(label) ? 1 : 0.004) * Math.exp(plot.noise * random.normal())
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    status: "done",
    protocol: PROTOCOL,
    metrics: { frechet_distance_10k: frechet_distance_2k - 4.1, ...rest },
    curve,
    histogram: ALL.map((label) => ({
      label: String(label),
      count: Math.round(10_000 * weights[label] / total),
    })),
  };
}
