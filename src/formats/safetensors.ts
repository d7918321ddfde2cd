/** Element types that Assay reads and writes, with the typed array of each; a file holds the last ones first. */
export const ELEMENT_TYPES = {
  U8: Uint8Array,
  I32: Int32Array,
  F32: Float32Array,
  F64: Float64Array,
} as const;

/** Name of an element type. */
export type ElementType = keyof typeof ELEMENT_TYPES;

/** A tensor of a safetensors file. */
export interface StoredTensor {
  readonly dtype: ElementType;
  /** Sizes; `[]` for a scalar. */
  readonly shape: readonly number[];
  /** Elements in row-major order. */
  readonly data: Uint8Array | Int32Array | Float32Array | Float64Array;
}

/** What a safetensors file holds. */
export interface SafetensorsFile {
  /** Tensors by name. */
  readonly tensors: Readonly<Record<string, StoredTensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A tensor of any element type, as it lies in a file. */
export interface RawTensor {
  /** Its element type as the file names it, such as `BF16`. */
  readonly dtype: string;
  /** Sizes; `[]` for a scalar. */
  readonly shape: readonly number[];
  /** Elements in row-major order, little-endian. */
  readonly bytes: Uint8Array;
}

/** What a safetensors file of any program holds. */
export interface RawTensors {
  /** Tensors by name. */
  readonly tensors: Readonly<Record<string, RawTensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Key of the header under which the metadata stands. */
export const METADATA_KEY = "__metadata__";
