import { type Attribute, eagerSetters, setAttributes } from "./attributes.ts";
import type { Pointer } from "./c_api.ts";
import { toCString } from "./c_string.ts";
import type { Context } from "./context.ts";
import type { Elements } from "./data_type.ts";
import { makeHostTensor, readHostTensor } from "./host_tensor.ts";

/** Shape and type of a tensor, as kernels need them. */
export interface TensorDescription {
  readonly shape: number[];
  readonly dataType: number;
}

/**
 * Runs one operation now.
 *
 * @param context Where to run it.
 * @param call Its name, attributes, inputs (`TFE_TensorHandle`) and how many outputs it has.
 * @returns The outputs' handles, which the caller frees.
 * @throws {TensorFlowError} Naming the operation.
 */
export function executeEagerly(
  context: Context,
  call: {
    readonly name: string;
    readonly attributes: readonly Attribute[];
    readonly inputs: readonly Pointer[];
    readonly outputCount: number;
  },
): Pointer[] {
  const { api, status } = context;
  const operation = api.TFE_NewOp(context.pointer, toCString(call.name), status.pointer);
  status.check(call.name);
  try {
    setAttributes(eagerSetters(api, operation, status), call.attributes);
    for (const input of call.inputs) {
      api.TFE_OpAddInput(operation, input, status.pointer);
      status.check(call.name);
    }
    const outputs = new BigUint64Array(Math.max(call.outputCount, 1));
    api.TFE_Execute(operation, outputs, Int32Array.of(call.outputCount), status.pointer);
    status.check(call.name);
    return Array.from(
      outputs.subarray(0, call.outputCount),
      (address) => Deno.UnsafePointer.create(address),
    );
  } finally {
    api.TFE_DeleteOp(operation);
  }
}

/** Reads shape and type off a handle. */
export function describeHandle(context: Context, handle: Pointer): TensorDescription {
  const { api, status } = context;
  const rank = api.TFE_TensorHandleNumDims(handle, status.pointer);
  status.check("TFE_TensorHandleNumDims");
  const shape: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    shape.push(Number(api.TFE_TensorHandleDim(handle, axis, status.pointer)));
    status.check("TFE_TensorHandleDim");
  }
  return { shape, dataType: api.TFE_TensorHandleDataType(handle) };
}

/** Copies numbers to the device; the caller frees the handle. */
export function makeHandle(
  context: Context,
  tensor: { shape: readonly number[]; dataType: number; values: ArrayLike<number | bigint> },
): Pointer {
  const { api, status } = context;
  const host = makeHostTensor(api, tensor);
  try {
    const handle = api.TFE_NewTensorHandle(host, status.pointer);
    status.check("TFE_NewTensorHandle");
    return handle;
  } finally {
    api.TF_DeleteTensor(host);
  }
}

/** Copies the elements of a handle to the host. */
export function readHandle(context: Context, handle: Pointer): Elements {
  const { api, status } = context;
  const host = api.TFE_TensorHandleResolve(handle, status.pointer);
  status.check("TFE_TensorHandleResolve");
  try {
    return readHostTensor(api, host, api.TFE_TensorHandleDataType(handle));
  } finally {
    api.TF_DeleteTensor(host);
  }
}
