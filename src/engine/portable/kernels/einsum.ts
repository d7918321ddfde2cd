import * as tf from "@tensorflow/tfjs";
import type { KernelCall } from "./kernel.ts";

/** A factor and the letters of its axes. */
interface Factor {
  readonly tensor: tf.Tensor;
  readonly letters: string;
}

/**
 * A sum of products by letters, such as "ij,jk->ik", of one factor or two, which the wasm backend lacks.
 *
 * Of two factors a and b, letters that both have and the result has too count batches, letters that only a and b have are
 * summed over: one product of matrices, [batch, rest of a, summed] by [batch, summed, rest of b].
 *
 * @param call Factors under "0" and "1"; `equation`, in which no factor has a letter twice.
 * @returns The sum, its axes in the order of the equation's right side.
 * @throws {Error} tfjs's own, for an equation that it does not know or sizes that differ.
 */
export function einsum({ inputs, attrs }: KernelCall<string, { equation: string }>): tf.Tensor {
  const [left, result] = attrs.equation.replaceAll(/\s/g, "").split("->");
  const tensors = Object.values(inputs);
  const { decodeEinsumEquation, checkEinsumDimSizes } = tf.backend_util;
  const { allDims, idDims } = decodeEinsumEquation(attrs.equation, tensors.length);
  checkEinsumDimSizes(allDims.length, idDims, tensors);
  return tf.tidy(() => {
    const factors = left.split(",").map((letters, index, all) => {
      const elsewhere = result + all.filter((_, other) => other !== index).join("");
      return sumOut({ tensor: tensors[index], letters }, keepOnly(letters, elsewhere));
    });
    return arrange(factors.length === 1 ? factors[0] : contract(factors, result), result);
  });
}

/** Sums over the axes of letters that are not kept. */
function sumOut({ tensor, letters }: Factor, kept: string): Factor {
  const axes = [...letters].flatMap((letter, axis) => kept.includes(letter) ? [] : [axis]);
  return { tensor: axes.length === 0 ? tensor : tf.sum(tensor, axes), letters: kept };
}

function contract([a, b]: readonly Factor[], result: string): Factor {
  const shared = keepOnly(a.letters, b.letters);
  const batch = keepOnly(shared, result);
  const summed = [...shared].filter((letter) => !result.includes(letter)).join("");
  const [restOfA, restOfB] = [a, b].map(({ letters }) =>
    [...letters].filter((letter) => !shared.includes(letter)).join("")
  );
  const sizes = new Map(
    [a, b].flatMap(({ tensor, letters }) =>
      [...letters].map((letter, axis): [string, number] => [letter, tensor.shape[axis]])
    ),
  );
  const sizesOf = (letters: string) => [...letters].map((letter) => sizes.get(letter)!);
  const toMatrices = (factor: Factor, ...groups: string[]) =>
    tf.reshape(
      arrange(factor, groups.join("")),
      groups.map((group) => tf.util.sizeFromShape(sizesOf(group))),
    );
  const product = tf.matMul(
    toMatrices(a, batch, restOfA, summed),
    toMatrices(b, batch, summed, restOfB),
  );
  const letters = batch + restOfA + restOfB;
  return { tensor: tf.reshape(product, sizesOf(letters)), letters };
}

/** Brings the axes into another order. */
function arrange({ tensor, letters }: Factor, order: string): tf.Tensor {
  return letters === order
    ? tf.clone(tensor)
    : tf.transpose(tensor, [...order].map((letter) => letters.indexOf(letter)));
}

function keepOnly(letters: string, kept: string): string {
  return [...letters].filter((letter) => kept.includes(letter)).join("");
}
