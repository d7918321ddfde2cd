import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { Kernel } from "./kernel.ts";

interface MatMulAttributes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** In which shape XNNPACK has packed a tensor's data, as the right factor of a product. */
const packedShapes = new WeakMap<object, string>();

/**
 * Wraps a product of matrices, op(A) op(B), of the wasm backend, so that it is fast for each op and right for each B.
 *
 * A transposed factor sends the package to plain loops at a thirteenth of XNNPACK's rate: here it is transposed first. And
 * the package finds the B that XNNPACK packed by its data alone, not by its shape: a B that was reshaped in between would be
 * multiplied in its old shape. Here it is copied.
 *
 * @param product The package's kernel, `BatchMatMul` or `_FusedMatMul`.
 * @param transpose The package's kernel `Transpose`.
 * @returns The kernel to put in its place.
 */
export function wrapMatMul(
  product: Kernel<"a" | "b", MatMulAttributes>,
  transpose: Kernel<"x", { perm: number[] }>,
): Kernel<"a" | "b", MatMulAttributes> {
  return ({ inputs, attrs, backend }) => {
    const made: tf.TensorInfo[] = [];
    function keep(tensor: tf.TensorInfo): tf.Tensor {
      made.push(tensor);
      return tensor as tf.Tensor;
    }
    function turn(x: tf.Tensor): tf.Tensor {
      const perm = x.shape.map((_, axis) => axis);
      perm.push(...perm.splice(-2).reverse());
      return keep(transpose({ inputs: { x }, attrs: { perm }, backend }));
    }
    const a = attrs.transposeA ? turn(inputs.a) : inputs.a;
    const turned = attrs.transposeB ? turn(inputs.b) : inputs.b;
    const b = isPackedOtherwise(turned) ? keep(copy(turned, backend)) : turned;
    const result = product({
      inputs: { ...inputs, a, b },
      attrs: { ...attrs, transposeA: false, transposeB: false },
      backend,
    });
    for (const { dataId } of made) backend.disposeData(dataId);
    return result;
  };
}

/** Whether the data was a right factor before, in another shape; remembers this one if not. */
function isPackedOtherwise({ dataId, shape }: tf.TensorInfo): boolean {
  const packed = packedShapes.get(dataId);
  if (packed === undefined) packedShapes.set(dataId, String(shape.slice(-2)));
  return packed !== undefined && packed !== String(shape.slice(-2));
}

function copy({ dataId, shape, dtype }: tf.TensorInfo, backend: BackendWasm): tf.TensorInfo {
  return backend.makeOutput(shape, dtype, undefined, backend.readSync(dataId));
}
