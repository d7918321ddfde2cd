import type { JsonObject } from "../../pipeline/canonical.ts";
import type { StoredTensor } from "../formats/safetensors.ts";

/** Metrics of one set of samples by full name; a metric that is undefined for the set is absent. */
export interface Measurement {
  readonly metrics: Readonly<Record<string, number>>;
  /** Samples per judged class, or high-quality samples per mode. */
  readonly histogram: readonly { readonly label: string; readonly count: number }[];
  /** Nearest training samples of the first few samples, as tensors to store; none for points. */
  readonly neighbours: Readonly<Record<string, StoredTensor>>;
}

/** Options of `Evaluator.measure()`. */
export interface MeasureOptions {
  /** Whether these are a run's final samples, which get every metric; those of a snapshot get what its curve shows. */
  readonly isFinal: boolean;
}

/** Measures samples of one kind of data against its test split. */
export interface Evaluator {
  /** The space in which samples are compared, in words. */
  readonly space: string;
  /** How metrics are taken beyond what their names say, in words, by base name. */
  readonly protocol: Readonly<Record<string, string>>;
  /** Stacks only: share of the test stacks of which the judge sees every digit right. */
  readonly judgeAccuracy?: number;
  /** What the stage's record says of the tools used. */
  readonly facts: JsonObject;
  measure(samples: StoredTensor, options: MeasureOptions): Measurement;
}
