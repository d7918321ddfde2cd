import type * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { Kernel } from "./kernel.ts";

interface MatMulAttributes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

type MatMul = Kernel<"a" | "b", MatMulAttributes>;
type Transpose = Kernel<"x", { perm: number[] }>;

/** In which shape XNNPACK has packed a tensor's data, as the right factor of a product. */
const packedShapes = new WeakMap<object, string>();

/**
 * Wraps a product of matrices, op(A) op(B), of the wasm backend, so that it is fast for each op and right for each B.
 *
 * A transposed factor sends the package to plain loops at a thirteenth of XNNPACK's rate: here it is transposed first; a
 * large B is spared that and its packing by A B^T = (B A^T)^T. And the package finds the B that XNNPACK packed by its data
 * alone, not by its shape: a B that was reshaped in between would be multiplied in its old shape. Here it is copied.
 *
 * @param product The package's kernel, `BatchMatMul` or `_FusedMatMul`.
 * @param transpose The package's kernel `Transpose`.
 * @returns The kernel to put in its place.
 */
export function wrapMatMul(product: MatMul, transpose: Transpose): MatMul {
  return ({ inputs, attrs, backend }) => {
    const made: tf.TensorInfo[] = [];
    function keep(tensor: tf.TensorInfo): tf.Tensor {
      made.push(tensor);
      return tensor as tf.Tensor;
    }
    function turn(x: tf.TensorInfo): tf.TensorInfo {
      const perm = x.shape.map((_, axis) => axis);
      perm.push(...perm.splice(-2).reverse());
      return transpose({ inputs: { x: x as tf.Tensor }, attrs: { perm }, backend });
    }
    function multiply(a: tf.Tensor, right: tf.Tensor): tf.TensorInfo {
      const b = isPackedOtherwise(right) ? keep(copy(right, backend)) : right;
      const plain = { ...attrs, transposeA: false, transposeB: false };
      return product({ inputs: { ...inputs, a, b }, attrs: plain, backend });
    }
    const { a, b } = inputs;
    const result = isCheaperTurned(inputs, attrs)
      ? turn(keep(multiply(b, attrs.transposeA ? a : keep(turn(a)))))
      : multiply(
        attrs.transposeA ? keep(turn(a)) : a,
        attrs.transposeB ? keep(turn(b)) : b,
      );
    for (const { dataId } of made) backend.disposeData(dataId);
    return result;
  };
}

/**
 * Whether (B op(A)^T)^T moves fewer numbers than op(A) B^T: both transpose and pack the right factor. With a bias, which is
 * added by column, tfjs passes matrices as batches of one.
 */
function isCheaperTurned(
  { a, b }: Readonly<Record<"a" | "b", tf.Tensor>>,
  { transposeA, transposeB }: MatMulAttributes,
): boolean {
  if (!transposeB || a.shape.length !== 2 || b.shape.length !== 2) return false;
  const rows = a.shape[transposeA ? 1 : 0];
  return 2 * a.size + rows * b.shape[0] < 2 * b.size;
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
