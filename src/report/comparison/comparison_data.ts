import type { GroupComparison } from "../../statistics/mod.ts";
import type { ClaimResult, Fact, ReportExperiment, Snapshot } from "../report_data.ts";

/** A thing of each side: of A, then of B. */
export type Both<Value> = readonly [Value, Value];

/** Two results, side by side. */
export interface ComparisonData {
  /** What the sides are called, as they were named. */
  readonly sides: Both<string>;
  /** Experiments that both have. */
  readonly experiments: readonly ComparedExperiment[];
  /** Experiments that only one side has. */
  readonly onlyIn: Both<readonly string[]>;
}

/** An experiment as both sides have it. */
export interface ComparedExperiment {
  /** Names of both folders. */
  readonly names: Both<string>;
  readonly questions: Both<string>;
  readonly seeds: Both<readonly number[]>;
  /** Variants of both sides, in the order of A. */
  readonly variants: readonly string[];
  readonly variantsOnlyIn: Both<readonly string[]>;
  /** What the keys of stages are made of, where it differs; null where a side has no records. */
  readonly changes: readonly StageChange[] | null;
  /** Stages that only one side has a record of. */
  readonly stagesOnlyIn: Both<readonly string[]>;
  /** With what and where each side was computed. */
  readonly facts: readonly ComparedFact[];
  readonly bytes: ComparedBytes;
  /** Claims of either side; null where one did not register it. */
  readonly claims: readonly Both<ClaimResult | null>[];
  /** In the order of the catalogue, then of the variants. */
  readonly means: readonly ComparedMean[];
  /** Metrics that only one side has, by full name. */
  readonly metricsOnlyIn: Both<readonly string[]>;
  readonly pictures?: ComparedPictures;
}

/** One thing that differs in what stages are made of. */
export interface StageChange {
  readonly part: "params" | "file" | "package" | "code";
  readonly name: string;
  /** Such as `200 -> 220`. */
  readonly detail: string;
  /** Ids of the stages. */
  readonly stages: readonly string[];
}

/** A fact of provenance. */
export interface ComparedFact {
  /** Name of the message that says what it is about. */
  readonly label: string;
  readonly values: Both<Fact["value"]>;
  readonly isSame: boolean;
}

/** What of both sides is equal bit for bit. */
export interface ComparedBytes {
  /** What was held against each other: artifacts in the stores, or files of the folders where a store is missing. */
  readonly of: "artifacts" | "files";
  readonly sameCount: number;
  /** Names of those that differ. */
  readonly differing: readonly string[];
}

/** A metric of one variant. */
export interface ComparedMean {
  readonly metric: string;
  readonly variant: string;
  readonly sides: Both<SideMean | null>;
  /** B minus A; null where the bytes of all its evaluations are the same. */
  readonly difference: GroupComparison | null;
}

/** A mean over seeds with Student's 95 % interval, which one seed does not have. */
export interface SideMean {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/** Samples of both sides. */
export interface ComparedPictures {
  readonly dataset: ReportExperiment["dataset"];
  readonly centres: readonly (readonly [number, number])[];
  readonly real?: Float32Array;
  /** Seeds that are shown. */
  readonly seeds: readonly number[];
  /** Snapshots of each run that is shown, by step; null where the store has them no longer. */
  readonly runs: readonly {
    readonly variant: string;
    readonly seed: number;
    readonly snapshots: Both<readonly Snapshot[] | null>;
  }[];
}
