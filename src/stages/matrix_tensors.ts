import type { StoredTensor } from "../formats/safetensors.ts";
import type { FeatureMatrix } from "../metrics/feature_matrix.ts";

/** Rows of features as a tensor, F32 or F64 [rows, columns]. */
export function storeMatrix({ data, rows, columns }: FeatureMatrix): StoredTensor {
  return { dtype: data instanceof Float64Array ? "F64" : "F32", shape: [rows, columns], data };
}

/** What {@linkcode storeMatrix} stored. */
export function restoreMatrix({ data, shape: [rows, columns] }: StoredTensor): FeatureMatrix {
  return { data: data as Float32Array | Float64Array, rows, columns };
}
