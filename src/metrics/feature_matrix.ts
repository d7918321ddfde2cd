type FeatureData = Float32Array | Float64Array;

/** Rows of features, one row a sample, in row-major order. */
export interface FeatureMatrix<Data extends FeatureData = FeatureData> {
  /** `rows * columns` finite values. */
  readonly data: Data;
  /** Number of samples. */
  readonly rows: number;
  /** Number of features of a sample. */
  readonly columns: number;
}
