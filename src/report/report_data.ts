/** A JSON value, as settings and artifacts hold it. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** A claim as the spec registered it before the runs. */
export interface ReportClaim {
  /** Base name of the metric, such as `"class_entropy"`. */
  readonly metric: string;
  readonly better: string;
  readonly than: string;
  readonly test: "welch" | "paired";
}

/** The resolved experiment, as far as a reader of the report needs it. */
export interface ReportExperiment {
  readonly name: string;
  readonly question: string;
  /** A dataset with its `kind`: `"mnist"`, `"ring"`, `"grid"` or `"mixture"`. */
  readonly dataset: { readonly kind: string; readonly [name: string]: JsonValue };
  readonly seeds: readonly number[];
  readonly evaluation: {
    readonly sampleCount: number;
    readonly every: number;
    readonly curveSampleCount: number;
    readonly gridSize: number;
  };
  readonly claims: readonly ReportClaim[];
  /** Every variant's full settings, in the order in which the spec lists them. */
  readonly variants: Readonly<Record<string, { readonly [name: string]: JsonValue }>>;
}

/** One setting whose value is not the same in all variants; a variant without it is left out of `values`. */
export interface SettingDifference {
  /** Dotted path, such as `"discriminator.hidden"`. */
  readonly path: string;
  readonly values: Readonly<Record<string, JsonValue | undefined>>;
}

/** `evaluation.json`: what was measured on one run, or on real data. */
export interface Evaluation {
  readonly status: "done" | "diverged";
  /** Why the run has no numbers, such as `"discriminator_loss is NaN at step 412"`. */
  readonly reason?: string;
  readonly protocol: {
    readonly sampleCount: number;
    readonly realCount: number;
    readonly space: string;
  };
  /** Final metrics by full name, such as `frechet_distance_10k`; empty when diverged. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly curve: readonly {
    readonly step: number;
    readonly metrics: Readonly<Record<string, number>>;
  }[];
  /** Final samples per judged class, or high-quality samples per nearest mode. */
  readonly histogram: readonly { readonly label: string; readonly count: number }[];
}

/** One metric of one variant over its seeds; `low` and `high` bound Student's 95 % interval of the mean. */
export interface MetricSummary {
  readonly mean: number;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly values: Readonly<Record<string, number>>;
}

/** What a test said about a claim; `difference` is `better` minus `than`. */
export interface ClaimResult extends ReportClaim {
  readonly verdict: "shown" | "not shown" | "undecided";
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly pValue: number | null;
  readonly n: readonly [number, number];
  readonly reason: string;
}

/** `comparison.json`. */
export interface Comparison {
  readonly experiment: string;
  readonly question: string;
  readonly seeds: readonly number[];
  readonly variants: Readonly<
    Record<string, {
      readonly runs: number;
      readonly diverged: readonly { readonly seed: number; readonly reason: string }[];
      readonly metrics: Readonly<Record<string, MetricSummary>>;
    }>
  >;
  readonly reference: Readonly<Record<string, number>>;
  readonly claims: readonly ClaimResult[];
}

/** Grey images, `data` of shape [count, height, width], 0 to 255. */
export interface ImageStack {
  readonly data: Uint8Array;
  readonly count: number;
  readonly height: number;
  readonly width: number;
}

/** Samples of one kind: images, or `points` of shape [n, 2]. */
export interface Samples {
  readonly images?: ImageStack;
  readonly points?: Float32Array;
}

/** Samples from the fixed latents at one step. */
export interface Snapshot extends Samples {
  readonly step: number;
}

/** Samples beside their nearest training images; `distances` has one L2 distance a pair. */
export interface Neighbours {
  readonly samples: ImageStack;
  readonly neighbours: ImageStack;
  readonly distances: Float32Array;
}

/** Columns of `history.csv` by name, all of one length; `step` is among them. */
export type History = Readonly<Record<string, Float64Array | readonly number[]>>;

/** One run: a variant with a seed. */
export interface ReportRun {
  readonly variant: string;
  readonly seed: number;
  readonly evaluation: Evaluation;
  readonly history: History;
  readonly snapshots: readonly Snapshot[];
  readonly neighbours?: Neighbours;
}

/** Everything that the report shows, but for how the run went (see `RunFacts`). */
export interface ReportData {
  readonly experiment: ReportExperiment;
  /** Only the settings that are not the same in all variants. */
  readonly differences: readonly SettingDifference[];
  readonly comparison: Comparison;
  readonly runs: readonly ReportRun[];
  /** Real data measured against other real data with the same protocol. */
  readonly reference: Evaluation;
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
  readonly kind: string;
  /** `done`, `cached`, `diverged`, `failed`, `blocked`, `skipped`, … */
  readonly status: string;
  readonly elapsedMs: number | null;
  readonly peakRssBytes: number | null;
  /** Ids of the stages whose artifacts it reads. */
  readonly dependsOn: readonly string[];
  readonly key: string | null;
  /** Why it failed, diverged or never ran. */
  readonly message?: string;
}

/** How the run went; the publisher adds it to a report that is otherwise the same on every machine. */
export interface RunFacts {
  /** The command that repeats the run. */
  readonly command: string;
  readonly stages: readonly StageFacts[];
  readonly provenance: readonly { readonly label: string; readonly value: string }[];
}
