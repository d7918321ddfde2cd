import type {
  Dataset,
  EvaluationSettings,
  Experiment,
  MnistDataset,
  RunSettings,
  StackedMnistDataset,
} from "./experiment.ts";
import type { Difference } from "./list_differences.ts";

/** What one sample is; `channels` is absent for grey images. */
export type SampleShape =
  | { readonly kind: "images"; readonly size: number; readonly channels?: number }
  | { readonly kind: "points" };

/** The seed of what is drawn. */
export interface Seeded {
  /** A uint32. */
  readonly seed: number;
}

/** Images come from files and need no seed; points are drawn. */
export type PrepareDataParams =
  | { readonly dataset: MnistDataset }
  | { readonly dataset: Exclude<Dataset, MnistDataset | StackedMnistDataset> } & Seeded;

/** Which digits are stacked; the digits themselves stay in the one prepared MNIST. */
export interface StackDigitsParams
  extends Seeded, Pick<StackedMnistDataset, "channels" | "trainCount" | "testCount"> {}

/** The judge is one for all experiments on the same images. */
export interface TrainJudgeParams extends Seeded, Pick<RunSettings, "stepCount" | "batchSize"> {
  /** Accuracy on the test split below which the stage fails. */
  readonly minimumAccuracy: number;
}

/** Real samples, drawn from the training split. */
export interface DrawReferenceParams extends Seeded, Pick<EvaluationSettings, "sampleCount"> {}

/** One run. */
export interface TrainGanParams extends Seeded {
  /** All settings of the variant. */
  readonly settings: RunSettings;
  /** What the networks make and see. */
  readonly dataset: SampleShape;
  /** Steps after which the generator is kept, ascending; the last is the last of the run. */
  readonly snapshots: readonly number[];
}

/** Samples of one run: `sampleCount` at its end; `curveSampleCount` to measure and `gridSize` to show at each snapshot. */
export interface DrawSamplesParams
  extends
    Seeded,
    Pick<RunSettings, "latentDim" | "generator">,
    Pick<EvaluationSettings, "sampleCount" | "curveSampleCount" | "gridSize"> {
  /** What the generator makes. */
  readonly dataset: SampleShape;
}

/** The validation split. */
export interface HoldOutParams {
  /** Samples taken from the end of the training split. */
  readonly count: number;
}

/** Which snapshot of a run is best on the validation split. */
export interface SelectCheckpointParams
  extends
    Seeded,
    Pick<RunSettings, "latentDim" | "generator">,
    Pick<EvaluationSettings, "curveSampleCount"> {
  /** Base name of the metric that decides. */
  readonly metric: string;
  /** What the generator makes. */
  readonly dataset: SampleShape;
}

/** Metrics of one run, or of real data. */
export interface EvaluateParams {
  /** Samples at each snapshot; real data is measured with as many, too. */
  readonly curveSampleCount: number;
  /** Tells what the discriminator's output is; absent for the reference, which has none. */
  readonly objective?: RunSettings["objective"];
}

/** Statistics over runs, and the verdicts on claims. */
export interface CompareParams
  extends
    Pick<Experiment, "question" | "seeds" | "claims">,
    Pick<EvaluationSettings, "curveSampleCount"> {
  /** Name of the experiment. */
  readonly experiment: string;
  /** Variant names in the order of the spec. */
  readonly variants: readonly string[];
}

/** What the report says beyond what it reads. */
export interface ReportParams extends Omit<Experiment, "name"> {
  /** Name of the experiment. */
  readonly title: string;
  /** Variant names in the order of the spec, which keys of `variants` lose in canonical JSON. */
  readonly variantNames: readonly string[];
  /** What is not the same in all variants. */
  readonly differences: readonly Difference[];
}
