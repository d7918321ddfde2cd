import type { Diagnosis, Evidence, SampleSigns, VerdictSummary } from "../diagnosis/mod.ts";
import type { Statement } from "../statements/statement.ts";
import type { Claim, ClaimResult, MetricSummary, VariantSummary } from "../statistics/mod.ts";

export type { ClaimResult, MetricSummary };

/** A JSON value, as settings and artifacts hold it. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** A number that a paper gives for what a variant does. */
export interface PublishedNumber {
  /** Variant that it is shown beside. */
  readonly variant: string;
  /** Base name of the metric. */
  readonly metric: string;
  /** The number, in the metric's own unit. */
  readonly value: number;
  /** Its standard error, where the source gives one. */
  readonly standardError?: number;
  /** Where it stands. */
  readonly source: string;
  /** What it was measured on. */
  readonly protocol: string;
}

/** The resolved experiment, as far as a reader of the report needs it. */
export interface ReportExperiment {
  /** Name of the experiment. */
  readonly name: string;
  /** What the experiment asks. */
  readonly question: string;
  /** A dataset with its `kind`: `"mnist"`, `"stacked-mnist"`, `"ring"`, `"grid"` or `"mixture"`. */
  readonly dataset: { readonly kind: string; readonly [name: string]: JsonValue };
  /** Seeds, in the order of the spec. */
  readonly seeds: readonly number[];
  /** How runs are evaluated. */
  readonly evaluation: {
    /** Final samples a run. */
    readonly sampleCount: number;
    /** Steps between snapshots. */
    readonly every: number;
    /** Samples a snapshot is measured with. */
    readonly curveSampleCount: number;
    /** Samples a snapshot shows. */
    readonly gridSize: number;
    /** Base name of the metric by which snapshots were selected; absent where the last step counts. */
    readonly selectBy?: string;
  };
  /** Claims, in the order of the spec. */
  readonly claims: readonly Claim[];
  /** Every variant's full settings, in the order in which the spec lists them. */
  readonly variants: Readonly<Record<string, { readonly [name: string]: JsonValue }>>;
  /** Numbers of papers, in the order of the spec; absent where it has none. */
  readonly published?: readonly PublishedNumber[];
  /** In what the experiment differs from theirs, one sentence each. */
  readonly protocolDifferences?: readonly string[];
}

/** One setting whose value is not the same in all variants; a variant without it is left out of `values`. */
export interface SettingDifference {
  /** Dotted path, such as `"discriminator.hidden"`. */
  readonly path: string;
  /** Values by variant or seed. */
  readonly values: Readonly<Record<string, JsonValue | undefined>>;
}

/** `evaluation.json`: what was measured on one run, or on real data. */
export interface Evaluation {
  /** How it ended. */
  readonly status: "done" | "diverged";
  /** Why the run has no numbers, such as `"discriminator_loss is NaN at step 412"`. */
  readonly reason?: string;
  /** What the numbers were taken with. */
  readonly protocol: {
    /** Final samples a run. */
    readonly sampleCount: number;
    /** Real samples compared with. */
    readonly realCount: number;
    /** Space that distances are taken in. */
    readonly space: string;
    /** How metrics are taken beyond what their names say, by base name. */
    readonly metrics?: Readonly<Record<string, string>>;
    /** The judge's share of right answers on the real samples compared with, where these are stacks of what it learned. */
    readonly judgeAccuracy?: number;
  };
  /** Which snapshot the final samples are of, where it was selected. */
  readonly selection?: {
    /** Full name of the metric that decided. */
    readonly metric: string;
    /** Real samples of the validation split that it was measured against. */
    readonly validationCount: number;
    /** The chosen step. */
    readonly step: number;
    /** The metric on the validation split, at every snapshot that has a value. */
    readonly curve: readonly { readonly step: number; readonly value: number }[];
  };
  /** What is wrong with the run, by its final samples and its training; absent for real data. */
  readonly diagnosis?: Diagnosis & {
    /** What it rests on; absent where there are no final samples. */
    readonly signs?: SampleSigns;
    /** When the verdict changed between snapshots. */
    readonly changes: readonly Evidence[];
  };
  /** Real data only: what runs are diagnosed against, taken from as many samples as theirs. */
  readonly signs?: { readonly final: SampleSigns; readonly curve: SampleSigns };
  /** Real data only: the metrics of snapshots, taken of as many samples as these have. */
  readonly snapshotMetrics?: Readonly<Record<string, number>>;
  /** Final metrics by full name, such as `frechet_distance_10k`; empty when diverged. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Metrics at snapshots. */
  readonly curve: readonly {
    /** Training step. */
    readonly step: number;
    /** Metrics by full name. */
    readonly metrics: Readonly<Record<string, number>>;
    /** What is wrong with the samples of this step; its evidence is only what decided. */
    readonly diagnosis?: Diagnosis & { readonly signs: SampleSigns };
  }[];
  /** Final samples per judged class, or high-quality samples per nearest mode. */
  readonly histogram: readonly { readonly label: string; readonly count: number }[];
}

/** `comparison.json`. */
export interface Comparison {
  /** The experiment. */
  readonly experiment: string;
  /** What the experiment asks. */
  readonly question: string;
  /** Seeds, in the order of the spec. */
  readonly seeds: readonly number[];
  /** Results by variant. */
  readonly variants: Readonly<Record<string, VariantSummary>>;
  /** Verdicts on the runs of each variant. */
  readonly diagnoses?: Readonly<Record<string, VerdictSummary>>;
  /** The selected step of each run, by variant and seed. */
  readonly selectedSteps?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Real data against real data, by full name. */
  readonly reference: Readonly<Record<string, number>>;
  /** Claims, in the order of the spec. */
  readonly claims: readonly ClaimResult[];
}

/** Images, `data` of shape [count, height, width], or [count, height, width, channels] in colour, 0 to 255. */
export interface ImageStack {
  /** Pixels. */
  readonly data: Uint8Array;
  /** How many. */
  readonly count: number;
  /** Rows of an image. */
  readonly height: number;
  /** Columns of an image. */
  readonly width: number;
  /** 1 where absent: grey; or 3: red, green, blue. */
  readonly channels?: number;
}

/** Samples of one kind: images, or `points` of shape [n, 2]. */
export interface Samples {
  /** Images, where the data is images. */
  readonly images?: ImageStack;
  /** Points, where the data is points. */
  readonly points?: Float32Array;
}

/** Samples from the fixed latents at one step. */
export interface Snapshot extends Samples {
  /** Training step. */
  readonly step: number;
}

/** Samples beside their nearest training images; `distances` has one L2 distance a pair. */
export interface Neighbours {
  /** Generated images. */
  readonly samples: ImageStack;
  /** The training image nearest to each. */
  readonly neighbours: ImageStack;
  /** Distance of each pair. */
  readonly distances: Float32Array;
}

/** Columns of `history.csv` by name, all of one length; `step` is among them. */
export type History = Readonly<
  Record<string, Float64Array | Float32Array | readonly number[]>
>;

/** One run: a variant with a seed. */
export interface ReportRun {
  /** Name of the variant. */
  readonly variant: string;
  /** Seed of the run. */
  readonly seed: number;
  /** How runs are evaluated. */
  readonly evaluation: Evaluation;
  /** Training curves. */
  readonly history: History;
  /** Snapshots in order of step. */
  readonly snapshots: readonly Snapshot[];
  /** The training image nearest to each. */
  readonly neighbours?: Neighbours;
  /** What the plane looked like to both networks, where the data is points. */
  readonly planes?: readonly PlaneSnapshot[];
  /** Images along lines between latents, `lineCount` lines one after another. */
  readonly walks?: { readonly images: ImageStack; readonly lineCount: number };
}

/** Both networks over the plane at one step. */
export interface PlaneSnapshot {
  /** Training step. */
  readonly step: number;
  /** The discriminator’s answers, 0 (fake) to 1 (real), on a square grid: rows from the bottom, [side, side]. */
  readonly field: Float32Array;
  /** The square that the grid covers. */
  readonly window: { readonly x: number; readonly y: number; readonly size: number };
  /** A square net of latents under the generator, [side, side, 2]. */
  readonly manifold: Float32Array;
}

/** Everything that the report shows, but for how the run went (see `RunFacts`). */
export interface ReportData {
  /** The experiment. */
  readonly experiment: ReportExperiment;
  /** Only the settings that are not the same in all variants. */
  readonly differences: readonly SettingDifference[];
  /** Summaries and verdicts over seeds. */
  readonly comparison: Comparison;
  /** Runs, diverged ones too. */
  readonly runs: readonly ReportRun[];
  /** Real data measured against other real data with the same protocol. */
  readonly reference: Evaluation;
  /** Real data to show beside the samples. */
  readonly referenceSamples: Samples;
  /** The judge's share of right answers on the test split, 0 to 1. */
  readonly judgeAccuracy?: number;
  /** Centres of a mixture's modes; drawn behind the points. */
  readonly centres?: readonly (readonly [number, number])[];
}

/** One stage of the run, as the runner saw it. */
export interface StageFacts {
  /** Such as `train-gan/vanilla/seed=1`. */
  readonly id: string;
  /** Kind of the stage. */
  readonly kind: string;
  /** `done`, `cached`, `diverged`, `failed`, `blocked`, `skipped`, … */
  readonly status: string;
  /** Time it took, null where unknown. */
  readonly elapsedMs: number | null;
  /** Most memory it held, null where unknown. */
  readonly peakRssBytes: number | null;
  /** Ids of the stages whose artifacts it reads. */
  readonly dependsOn: readonly string[];
  /** What identifies the work, null where it has no key yet. */
  readonly key: string | null;
  /** Why it failed, diverged or never ran. */
  readonly message?: string;
  /** When it started, ISO 8601 in UTC; absent where it never did. */
  readonly startedAt?: string;
}

/** How fast a run trained. */
export interface RunPace {
  /** Name of the variant. */
  readonly variant: string;
  /** Seed of the run. */
  readonly seed: number;
  /** Snapshots: time in training steps so far, and metrics by full name. */
  readonly snapshots: readonly {
    readonly step: number;
    readonly elapsedMs: number;
    readonly metrics: Readonly<Record<string, number>>;
  }[];
}

/** What a fact of provenance is about. */
export type FactName = `provenance.${
  | "engine"
  | "captured"
  | "hosts"
  | "runtime"
  | "packages"
  | "lock_file"
  | "started"
  | "records"}`;

/** How a part of a fact is put. */
export type FactPartName = `fact.${
  | "engine"
  | "gpu"
  | "host"
  | "by_xla"
  | "as_graph"
  | "capture_cost"
  | "range"
  | "records"}`;

/** A labelled fact of provenance. */
export interface Fact {
  /** What it is about. */
  readonly label: FactName;
  /** The fact: names and numbers as they stand, or parts for the report to put into words. */
  readonly value: string | readonly Statement<FactPartName>[];
}

/** How the run went; the publisher adds it to a report that is otherwise the same on every machine. */
export interface RunFacts {
  /** The command that repeats the run. */
  readonly command: string;
  /** All stages. */
  readonly stages: readonly StageFacts[];
  /** Where and with what it ran. */
  readonly provenance: readonly Fact[];
  /** The command that checks the artifacts. */
  readonly verifyCommand?: string;
  /** Variants in the order of the spec; empty where no pace is known. */
  readonly variants?: readonly string[];
  /** How fast each run trained. */
  readonly paces?: readonly RunPace[];
}
