import type { StageKind } from "../../pipeline/stage.ts";
import type {
  DrawSamplesParams,
  PrepareDataParams,
  StackDigitsParams,
  TrainGanParams,
} from "../experiment/stage_params.ts";
import {
  estimateDataMb,
  estimateSamplesMb,
  estimateStacksMb,
  estimateTrainingMb,
} from "./estimate_disk.ts";
import { STAGE_THREADS } from "./threads.ts";

/** Libtensorflow is native code: such a stage is held by the operating system, not by Deno's permissions. */
const ENGINE_PERMISSIONS = { ffi: true } as const;

/** What decides how much memory stages take that draw or judge samples. */
const SAMPLES = "evaluation.sampleCount";

/** The longest silence of a stage that reports every step, or few things to do, and of one that computes in one go. */
const [SHORT_MS, LONG_MS] = [30 * 60_000, 6 * 3_600_000];
/** What a driver says of a card that another process holds for a moment. */
const TRANSIENT = ["CUDA_ERROR_DEVICE_UNAVAILABLE", "device(s) is/are busy or unavailable"];

function describeKind(
  kind: string,
  file: string,
  rest: Omit<StageKind, "kind" | "module">,
): StageKind {
  return { kind, module: new URL(file, import.meta.url).href, ...rest };
}

const KINDS: readonly StageKind[] = [
  describeKind("prepare-data", "./prepare_data.ts", {
    outputs: { data: "data.safetensors" },
    resources: {
      threads: 1,
      memoryMb: 400,
      diskMb: (params) => estimateDataMb(params as unknown as PrepareDataParams),
    },
    timeoutMs: SHORT_MS,
    permissions: {},
  }),
  describeKind("hold-out", "./hold_out.ts", {
    outputs: { data: "data.safetensors", validation: "validation.safetensors" },
    resources: { threads: 1, memoryMb: 500, diskMb: 120 },
    timeoutMs: SHORT_MS,
    permissions: {},
  }),
  describeKind("stack-digits", "./stack_digits.ts", {
    outputs: { stacks: "stacks.safetensors" },
    resources: {
      threads: 1,
      memoryMb: 400,
      diskMb: (params) => estimateStacksMb(params as unknown as StackDigitsParams),
    },
    timeoutMs: SHORT_MS,
    permissions: {},
  }),
  describeKind("train-judge", "./train_judge.ts", {
    outputs: { judge: "judge.safetensors", accuracy: "accuracy.json" },
    resources: { threads: STAGE_THREADS, gpu: 1, memoryMb: 1500, diskMb: 3 },
    leanHeap: true,
    timeoutMs: LONG_MS,
    permissions: ENGINE_PERMISSIONS,
    transient: TRANSIENT,
  }),
  describeKind("draw-reference", "./draw_reference.ts", {
    outputs: { samples: "samples.safetensors" },
    resources: { threads: 1, memoryMb: 500, lowers: SAMPLES, diskMb: 70 },
    timeoutMs: SHORT_MS,
    permissions: {},
  }),
  describeKind("train-gan", "./train_gan.ts", {
    outputs: {
      generators: "generators.safetensors",
      planes: "planes.safetensors",
      history: "history.csv",
      outcome: "outcome.json",
      timing: "timing.csv",
    },
    volatile: ["timing"],
    resources: {
      threads: STAGE_THREADS,
      gpu: 1,
      memoryMb: 2000,
      lowers: "batchSize or the networks' sizes",
      diskMb: (params) => estimateTrainingMb(params as unknown as TrainGanParams),
    },
    leanHeap: true,
    timeoutMs: LONG_MS,
    permissions: ENGINE_PERMISSIONS,
    transient: TRANSIENT,
  }),
  describeKind("select-checkpoint", "./select_checkpoint.ts", {
    outputs: { choice: "choice.json" },
    resources: {
      threads: STAGE_THREADS,
      gpu: 1,
      memoryMb: 1500,
      lowers: "evaluation.curveSampleCount",
      diskMb: 1,
    },
    timeoutMs: LONG_MS,
    permissions: ENGINE_PERMISSIONS,
    transient: TRANSIENT,
  }),
  describeKind("draw-samples", "./draw_samples.ts", {
    outputs: {
      samples: "samples.safetensors",
      snapshots: "snapshots.safetensors",
      walks: "walks.safetensors",
    },
    resources: {
      threads: STAGE_THREADS,
      gpu: 1,
      memoryMb: 1500,
      lowers: SAMPLES,
      diskMb: (params) => estimateSamplesMb(params as unknown as DrawSamplesParams),
    },
    timeoutMs: LONG_MS,
    permissions: ENGINE_PERMISSIONS,
    transient: TRANSIENT,
  }),
  describeKind("evaluate", "./evaluate.ts", {
    outputs: { evaluation: "evaluation.json", neighbours: "neighbours.safetensors" },
    resources: {
      threads: STAGE_THREADS,
      gpu: 1,
      memoryMb: 1500,
      lowers: SAMPLES,
      diskMb: 1,
    },
    timeoutMs: LONG_MS,
    permissions: ENGINE_PERMISSIONS,
    transient: TRANSIENT,
  }),
  describeKind("compare", "./compare.ts", {
    outputs: { comparison: "comparison.json", metrics: "metrics.csv" },
    resources: { threads: 1, memoryMb: 300, diskMb: 1 },
    timeoutMs: SHORT_MS,
    permissions: {},
  }),
  describeKind("report", "./report.ts", {
    outputs: { report: "report.html" },
    // 330 MB for 9 histories of 400,000 steps, 350 MB for 51 of 100,000.
    resources: { threads: 1, memoryMb: 600, diskMb: 6 },
    leanHeap: true,
    timeoutMs: SHORT_MS,
    // Vega, which goes along into the page.
    permissions: { packages: true },
  }),
];

/** Every kind of stage, by name. */
export const STAGE_KINDS: Readonly<Record<string, StageKind>> = Object.fromEntries(
  KINDS.map((kind) => [kind.kind, kind]),
);
