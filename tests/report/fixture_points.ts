import type {
  Evaluation,
  PlaneSnapshot,
  ReportData,
  ReportExperiment,
  ReportRun,
} from "../../src/report/report_data.ts";
import { makeFixtureComparison } from "./fixture_comparison.ts";
import { makeFixtureHistory } from "./fixture_history.ts";
import { type FixtureRandom, makeFixtureRandom } from "./fixture_random.ts";

const STEPS = [1000, 2000, 3000, 4000, 5000, 6000];
const CENTRES: readonly (readonly [number, number])[] = Array.from({ length: 8 }, (_, mode) => [
  Math.cos(mode * Math.PI / 4),
  Math.sin(mode * Math.PI / 4),
]);
const PROTOCOL = { sampleCount: 2500, realCount: 2500, space: "plane" };

const EXPERIMENT: ReportExperiment = {
  name: "ring",
  question: "Does minibatch discrimination keep all eight Gaussians of a ring?",
  dataset: {
    kind: "ring",
    modeCount: 8,
    radius: 1,
    standardDeviation: 0.02,
    trainCount: 50_000,
    testCount: 10_000,
  },
  seeds: [1, 2, 3, 4, 5],
  evaluation: { sampleCount: 2500, every: 1000, curveSampleCount: 2500, gridSize: 500 },
  claims: [{
    metric: "modes_covered_20",
    better: "minibatch-discrimination",
    than: "vanilla",
    test: "paired",
  }, {
    metric: "modes_covered_20",
    variant: "vanilla",
    side: "at most",
    bound: 2.5,
    on: "mean",
  }, {
    metric: "modes_covered",
    variant: "minibatch-discrimination",
    side: "at least",
    bound: 8,
    on: "every seed",
  }],
  variants: {
    "vanilla": {
      latentDim: 16,
      batchSize: 128,
      stepCount: 6000,
      discriminator: { kind: "mlp", hidden: [128, 128] },
    },
    "minibatch-discrimination": {
      latentDim: 16,
      batchSize: 128,
      stepCount: 6000,
      discriminator: {
        kind: "mlp",
        hidden: [128, 128],
        minibatchDiscrimination: { kernels: 16, dimensions: 4, reduction: "mean" },
      },
    },
  },
};

/** Makes a report's data on a ring of eight Gaussians: two variants, five seeds. */
export function makePointFixture(): ReportData {
  const runs: ReportRun[] = Object.keys(EXPERIMENT.variants).flatMap((variant, place) =>
    EXPERIMENT.seeds.map((seed) => makeRun(variant, seed, makeFixtureRandom(1000 * place + seed)))
  );
  const reference: Evaluation = {
    status: "done",
    protocol: PROTOCOL,
    metrics: {
      modes_covered: 8,
      modes_covered_20: 8,
      high_quality_share: 0.9886,
      reverse_kl: 0.0014,
      "frechet_distance_2.5k": 0.0006,
    },
    curve: [],
    histogram: CENTRES.map((_, mode) => ({ label: String(mode), count: 309 })),
  };
  return {
    experiment: EXPERIMENT,
    differences: [{
      path: "discriminator.minibatchDiscrimination",
      values: {
        "minibatch-discrimination": { kernels: 16, dimensions: 4, reduction: "mean" },
      },
    }],
    comparison: makeFixtureComparison(EXPERIMENT, runs, reference.metrics),
    runs,
    reference,
    referenceSamples: { points: drawPoints(8, 0.02, { count: 500, random: makeFixtureRandom(7) }) },
    centres: CENTRES,
  };
}

function makeRun(variant: string, seed: number, random: FixtureRandom): ReportRun {
  const modesAt = (step: number): number =>
    variant === "vanilla" ? Math.max(1, Math.round(step / 6000 * (1 + seed % 3))) : 8;
  const spreadAt = (step: number): number => 0.02 + 0.3 * Math.exp(-step / 900);
  const metricsAt = (step: number): Record<string, number> => ({
    modes_covered: modesAt(step),
    modes_covered_20: Math.min(modesAt(step), Math.round(8 * step / 6000 + random.uniform())),
    high_quality_share: Math.min(0.98, 0.9 * step / 6000 + 0.05 * random.uniform()),
    reverse_kl: Math.log(8 / modesAt(step)) + 0.01 * random.uniform(),
    "frechet_distance_2.5k": (8 - modesAt(step)) * 0.1 + 0.02 * random.uniform(),
  });
  const last = metricsAt(6000);
  return {
    variant,
    seed,
    evaluation: {
      status: "done",
      protocol: PROTOCOL,
      metrics: last,
      curve: STEPS.map((step) => ({ step, metrics: step === 6000 ? last : metricsAt(step) })),
      histogram: CENTRES.map((_, mode) => ({
        label: String(mode),
        count: mode < modesAt(6000) ? Math.round(2300 / modesAt(6000)) : 0,
      })),
    },
    history: makeFixtureHistory(
      { stepCount: 6000, lead: variant === "vanilla" ? 0.8 : 0.2 },
      random,
    ),
    planes: STEPS.map((step) => makePlane(step, modesAt(step))),
    snapshots: STEPS.map((step) => ({
      step,
      points: drawPoints(modesAt(step), spreadAt(step), { count: 500, random }),
    })),
  };
}

function drawPoints(
  modes: number,
  spread: number,
  { count, random }: { readonly count: number; readonly random: FixtureRandom },
): Float32Array {
  const points = new Float32Array(2 * count);
  for (let index = 0; index < count; index++) {
    const [x, y] = CENTRES[random.below(modes)];
    points[2 * index] = x + spread * random.normal();
    points[2 * index + 1] = y + spread * random.normal();
  }
  return points;
}

/** A discriminator that takes the first modes for fake, and a net that winds around them. */
function makePlane(step: number, modes: number): PlaneSnapshot {
  const window = { x: -1.4, y: -1.4, size: 2.8 };
  const field = Float32Array.from({ length: 1600 }, (_, at) => {
    const [x, y] = [at % 40, Math.floor(at / 40)].map((place) => -1.4 + 2.8 * (place + 0.5) / 40);
    const near = (from: number, to: number): number =>
      CENTRES.slice(from, to).reduce(
        (sum, [a, b]) => sum + Math.exp(-12 * ((x - a) ** 2 + (y - b) ** 2)),
        0,
      );
    return 0.5 + 0.48 * (near(modes, 8) - near(0, modes) * (1 - step / 12_000));
  });
  const manifold = Float32Array.from({ length: 450 }, (_, at) => {
    const [row, column] = [Math.floor(at / 2 / 15) / 14, Math.floor(at / 2) % 15 / 14];
    const angle = 2 * Math.PI * column * modes / 8;
    return (0.4 + 0.7 * row) * (at % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  });
  return { step, window, field, manifold };
}
