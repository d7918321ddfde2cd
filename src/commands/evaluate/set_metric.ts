import type { FeatureMatrix } from "../../metrics/feature_matrix.ts";

/** A metric's value, with its 95 % interval where it has one. */
export type MetricValue = number | {
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

/** A metric that is not defined for these sets. */
export interface Undefined {
  readonly reason: string;
}

/** Two sets to measure, rows in random order. */
export interface Subject {
  readonly real: FeatureMatrix;
  readonly fake: FeatureMatrix;
  /** Which neighbour sets the radius of a ball. */
  readonly neighbour: number;
  /** The judge's logits, where the sets are images. */
  readonly logits?: { readonly real: FeatureMatrix; readonly fake: FeatureMatrix };
  /** The class of each row, where both files say. */
  readonly labels?: { readonly real: Uint32Array; readonly fake: Uint32Array };
}

/** Metrics that one computation gives. */
export interface MetricFamily {
  /** Base names, in the order of the table. */
  readonly names: readonly string[];
  /** What the sets must have; features unless given. */
  readonly needs?: "logits" | "labels";
  /** How it is taken, in words. */
  readonly protocol: string;
  /** Values by base name. */
  measure(subject: Subject): Readonly<Record<string, MetricValue | Undefined>>;
}
