import type { FeatureMatrix } from "../../metrics/feature_matrix.ts";
import type { Neighbourhoods } from "../../metrics/neighbourhoods.ts";

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

/** The class of each row of both sets, whole numbers >= 0. */
export interface Labels {
  readonly real: ArrayLike<number>;
  readonly fake: ArrayLike<number>;
}

/** Two sets to measure, rows in random order. */
export interface Subject {
  readonly real: FeatureMatrix;
  readonly fake: FeatureMatrix;
  /** Which neighbour sets the radius of a ball. */
  readonly neighbour: number;
  /** Who lies in whose neighbourhood, where that was searched before. */
  readonly neighbourhoods?: Neighbourhoods;
  /** The judge's logits, where the sets are images. */
  readonly logits?: { readonly real: FeatureMatrix; readonly fake: FeatureMatrix };
  /** The class of each row, where both files say. */
  readonly labels?: Labels;
}

/** Metrics that one computation gives. */
export interface MetricFamily {
  /** Base names, in the order of the table. */
  readonly names: readonly string[];
  /** What the sets must have; features unless given. */
  readonly needs?: "logits" | "labels";
  /** How it is taken, in words. */
  protocol(subject: Subject): string;
  /** Values by base name. */
  measure(subject: Subject): Readonly<Record<string, MetricValue | Undefined>>;
}
