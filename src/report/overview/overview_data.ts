import type { ClaimResult, Fact, ReportExperiment, Samples } from "../report_data.ts";

/** A results folder as its own page shows it. */
export interface OverviewData {
  /** Name of the folder. */
  readonly place: string;
  /** Published experiments, the newest first. */
  readonly experiments: readonly (OverviewExperiment | UnreadableExperiment)[];
}

/** An experiment whose files say nothing that can be relied on. */
export interface UnreadableExperiment {
  /** Name of its folder. */
  readonly name: string;
  /** What is wrong. */
  readonly unreadable: string;
}

/** A published experiment: of a spec as it is, or of one of its presets. */
export interface OverviewExperiment {
  /** Name of its folder. */
  readonly name: string;
  /** What it asks. */
  readonly question: string;
  /** Address of its report, relative to the page. */
  readonly report: string;
  /** The command that repeats it. */
  readonly command: string;
  /** Seeds, in the order of the spec. */
  readonly seeds: readonly number[];
  /** Variants in the order of the spec, each with its finished runs, and how many of these diverged. */
  readonly variants: readonly {
    readonly name: string;
    readonly runs: number;
    readonly diverged: number;
  }[];
  /** Claims with verdicts. */
  readonly claims: readonly ClaimResult[];
  /** Engines that computed it. */
  readonly engines: readonly OverviewFact[];
  /** When the last of its stages started, ISO 8601 in UTC; null where that is not known. */
  readonly startedAt: string | null;
  /** Time that its stages took together. */
  readonly spentMs: number;
  /** Stages that failed, were blocked by a failure, or diverged. */
  readonly problems: readonly OverviewProblem[];
  /** Its data, and samples to show; absent where the store has them no longer. */
  readonly pictures?: OverviewPictures;
  /** Why there are none. */
  readonly pictureProblem?: string;
}

/** The value of a fact of provenance. */
export type OverviewFact = Fact["value"];

/** A stage that has no result as it should. */
export interface OverviewProblem {
  readonly stage: string;
  readonly status: string;
  readonly message?: string;
}

/** Samples of an experiment, small. */
export interface OverviewPictures {
  readonly dataset: ReportExperiment["dataset"];
  readonly centres: readonly (readonly [number, number])[];
  /** Real points; absent for images. */
  readonly real?: Float32Array;
  readonly variants: readonly {
    readonly name: string;
    readonly seed: number;
    readonly step: number;
    readonly samples: Samples;
  }[];
}
