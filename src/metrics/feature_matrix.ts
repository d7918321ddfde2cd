/** Rows of features, one row a sample, in row-major order. */
export interface FeatureMatrix {
  /** `rows * columns` finite values. */
  readonly data: Float32Array | Float64Array;
  /** Number of samples. */
  readonly rows: number;
  /** Number of features of a sample. */
  readonly columns: number;
}
