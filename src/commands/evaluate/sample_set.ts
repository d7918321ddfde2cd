import type { FeatureMatrix } from "../../metrics/feature_matrix.ts";

/** What all sets have. */
interface SetSource {
  /** What was read, in words, such as `safetensors, tensor "features", F32 [10000, 128]`. */
  readonly source: string;
  /** The class of each sample, a whole number >= 0, where the file says. */
  readonly labels?: Float64Array;
}

/** Features, used as they are. */
export interface FeatureSet extends SetSource {
  readonly kind: "features";
  readonly features: FeatureMatrix;
}

/** Grey images, which the judge turns into features. */
export interface ImageSet extends SetSource {
  readonly kind: "images";
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** Pixels 0 to 255, [count, height, width]. */
  readonly pixels: Uint8Array;
}

/** One side of an evaluation. */
export type SampleSet = FeatureSet | ImageSet;

/** One side as it was read. */
export type IdentifiedSet = SampleSet & {
  /** SHA-256 of the file; of a folder, that of its files' digests, a line each, in the order of names. */
  readonly digest: string;
};
