/** `TF_DataType` codes (`tensorflow/c/tf_datatype.h`) that the engine moves across the border. */
export const DataType = {
  FLOAT: 1,
  DOUBLE: 2,
  INT32: 3,
  UINT8: 4,
  STRING: 7,
  COMPLEX64: 8,
  INT64: 9,
  BOOL: 10,
  RESOURCE: 20,
} as const;

/** A typed array whose elements lie in memory as TensorFlow stores them. */
export type Elements = Float32Array | Float64Array | Int32Array | Uint8Array | BigInt64Array;

type ElementsOf = new (buffer: ArrayBuffer) => Elements;

const LAYOUT: Readonly<Record<number, { bytes: number; elements: ElementsOf }>> = {
  [DataType.FLOAT]: { bytes: 4, elements: Float32Array },
  [DataType.DOUBLE]: { bytes: 8, elements: Float64Array },
  [DataType.INT32]: { bytes: 4, elements: Int32Array },
  [DataType.UINT8]: { bytes: 1, elements: Uint8Array },
  [DataType.COMPLEX64]: { bytes: 8, elements: Float32Array },
  [DataType.INT64]: { bytes: 8, elements: BigInt64Array },
  [DataType.BOOL]: { bytes: 1, elements: Uint8Array },
};

/**
 * How elements of a type lie in memory.
 *
 * @param dataType A `TF_DataType` code.
 * @returns Bytes an element, and the typed array that views them.
 * @throws {RangeError} For a type that the engine does not move, e.g. strings.
 */
export function describeDataType(dataType: number): { bytes: number; elements: ElementsOf } {
  const layout = LAYOUT[dataType];
  if (layout === undefined) {
    throw new RangeError(
      `Cannot move a tensor of TF_DataType ${dataType}: known are ${
        Object.keys(LAYOUT).join(", ")
      }`,
    );
  }
  return layout;
}
