import type { CApi, Pointer } from "./c_api.ts";
import { DataType, describeDataType, type Elements } from "./data_type.ts";

/**
 * Copies numbers into a new `TF_Tensor`, which the caller frees.
 *
 * @param api The C functions.
 * @param tensor Shape, `TF_DataType` and elements in row-major order; numbers are converted to the type.
 * @returns The `TF_Tensor`.
 */
export function makeHostTensor(
  api: CApi,
  tensor: { shape: readonly number[]; dataType: number; values: ArrayLike<number | bigint> },
): Pointer {
  const { shape, dataType, values } = tensor;
  const count = shape.reduce((product, size) => product * size, 1);
  if (values.length < count) {
    throw new RangeError(
      `Cannot make a tensor of shape [${shape}]: it has ${count} elements, ${values.length} are given`,
    );
  }
  const sizeBytes = count * describeDataType(dataType).bytes;
  const pointer = api.TF_AllocateTensor(
    dataType,
    BigInt64Array.from(shape, BigInt),
    shape.length,
    BigInt(sizeBytes),
  );
  if (sizeBytes > 0) {
    const source = toElements(dataType, values);
    const bytes = new Uint8Array(source.buffer, source.byteOffset, sizeBytes);
    new Uint8Array(viewData(api, pointer, sizeBytes)).set(bytes);
  }
  return pointer;
}

/**
 * Copies the elements of a `TF_Tensor` out; the tensor stays the caller's to free.
 *
 * @param api The C functions.
 * @param pointer The `TF_Tensor`.
 * @param dataType Its `TF_DataType`.
 * @returns The elements in row-major order.
 */
export function readHostTensor(api: CApi, pointer: Pointer, dataType: number): Elements {
  const sizeBytes = Number(api.TF_TensorByteSize(pointer));
  const copy = sizeBytes === 0 ? new ArrayBuffer(0) : viewData(api, pointer, sizeBytes).slice(0);
  return new (describeDataType(dataType).elements)(copy);
}

function viewData(api: CApi, tensor: Pointer, sizeBytes: number): ArrayBuffer {
  const data = api.TF_TensorData(tensor);
  if (data === null) throw new Error("Cannot reach the elements of a tensor: its data is NULL");
  return Deno.UnsafePointerView.getArrayBuffer(data, sizeBytes);
}

function toElements(dataType: number, values: ArrayLike<number | bigint>): Elements {
  const { elements } = describeDataType(dataType);
  if (values instanceof elements) return values;
  if (dataType === DataType.INT64) return BigInt64Array.from(Array.from(values, BigInt));
  const from = elements as unknown as { from(values: ArrayLike<number | bigint>): Elements };
  return from.from(values);
}
