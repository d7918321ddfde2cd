import type { WorkResult } from "./measure_work.ts";
import type { BenchResults } from "./results.ts";

/** A bound that was set before, and what was measured. */
export interface Target {
  readonly work: string;
  /** E.g. `"≤ 1.0 × jax"`. */
  readonly bound: string;
  readonly measured: string;
  readonly isMet: boolean;
}

const MLP_STEPS = [
  "ring-128",
  "ring-512",
  "ring-unrolled",
  "mlp",
  "mlp-discrimination",
  "mlp-wgan-gp",
];
const DCGAN_STEPS = ["dcgan", "dcgan-discrimination"];
const PORTABLE_BOUNDS: Readonly<Record<string, number>> = { "ring-128": 20, "dcgan": 1_200 };
const NO_OP_BOUNDS: Readonly<Record<number, number>> = { 10: 300, 1_000: 500, 10_000: 2_500 };

/** Compares what was measured with every bound that it can be compared with. */
export function listTargets(results: BenchResults): Target[] {
  return [
    ...results.steps.flatMap(compareStep),
    ...compareRate(results),
    ...compareExperiment(results),
    ...compareRunner(results),
  ];
}

function compareStep(step: WorkResult): Target[] {
  const own = step.ours[step.chosen]?.medianMs;
  const portable = step.ours.portable?.medianMs;
  const ratio = (peers: readonly string[], bound: number): Target[] => {
    const found = peers.filter((name) => step.peers[name] !== undefined);
    if (own === undefined || found.length === 0) return [];
    const best = found.reduce((first, second) =>
      step.peers[second].medianMs < step.peers[first].medianMs ? second : first
    );
    const value = own / step.peers[best].medianMs;
    return [{
      work: step.label,
      bound: `≤ ${bound.toFixed(2)} × ${best}`,
      measured: `${value.toFixed(2)} ×`,
      isMet: value <= bound,
    }];
  };
  const atMost = (boundMs: number | undefined, value: number | undefined, what: string): Target[] =>
    boundMs === undefined || value === undefined ? [] : [{
      work: `${step.label}${what}`,
      bound: `≤ ${boundMs} ms`,
      measured: `${value.toFixed(value < 10 ? 1 : 0)} ms`,
      isMet: value <= boundMs,
    }];
  return [
    ...(MLP_STEPS.includes(step.work) ? [...ratio(["jax"], 1), ...ratio(["torch"], 0.6)] : []),
    ...(DCGAN_STEPS.includes(step.work) ? ratio(Object.keys(step.peers), 0.85) : []),
    ...atMost(PORTABLE_BOUNDS[step.work], portable, ", portable"),
    ...(step.work === "frechet" ? atMost(500, own, "") : []),
    ...(step.work === "prdc" ? ratio(["prdc"], 1) : []),
  ];
}

function compareRate({ rate }: BenchResults): Target[] {
  if (rate === undefined) return [];
  const share = rate.stepGflops / rate.machineGflops;
  return [{
    work: `DCGAN step's share of the machine's ${rate.machineGflops.toFixed(0)} GFLOP/s`,
    bound: "≥ 90 %",
    measured: `${(100 * share).toFixed(0)} %`,
    isMet: share >= 0.9,
  }];
}

function compareExperiment({ experiment }: BenchResults): Target[] {
  const peers = Object.entries(experiment?.peers ?? {});
  if (experiment === undefined || peers.length === 0) return [];
  const [name, { ms }] = peers.reduce((first, second) =>
    second[1].ms < first[1].ms ? second : first
  );
  const value = experiment.ours.ms / ms;
  return [{
    work: "Whole mode-collapse experiment, cold",
    bound: `≤ 0.75 × ${name}`,
    measured: `${value.toFixed(2)} ×`,
    isMet: value <= 0.75,
  }];
}

function compareRunner({ runner = [] }: BenchResults): Target[] {
  return runner.flatMap(({ work, stageCount, ours }) => {
    const boundMs = work === "no-op run"
      ? NO_OP_BOUNDS[stageCount]
      : work === "executed stage"
      ? 60
      : undefined;
    return boundMs === undefined ? [] : [{
      work: work === "no-op run"
        ? `No-op run, ${stageCount} stages`
        : "Overhead of an executed stage",
      bound: `≤ ${boundMs} ms`,
      measured: `${ours.medianMs.toFixed(0)} ms`,
      isMet: ours.medianMs <= boundMs,
    }];
  });
}
