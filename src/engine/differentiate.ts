import * as tf from "@tensorflow/tfjs";

type Tensors = Readonly<Record<string, tf.Tensor>>;

/**
 * A loss, its gradients by parameter, and what else was computed on the way.
 *
 * @param parameters What to differentiate by.
 * @param loss Gives the scalar loss, and other tensors worth keeping.
 * @returns `loss`, `gradients` under the parameters' names, `others` as given. The caller disposes of all of them.
 *
 * @throws {Error} When the loss does not depend on a parameter, naming it.
 */
export function differentiate<Others extends Tensors>(
  parameters: Tensors,
  loss: (parameters: Tensors) => { loss: tf.Tensor; others: Others },
): { loss: tf.Tensor; gradients: Tensors; others: Others } {
  const names = Object.keys(parameters);
  let others: Others | undefined;
  const { value, grads } = tf.valueAndGrads((...tensors: tf.Tensor[]) => {
    const named = Object.fromEntries(names.map((name, index) => [name, tensors[index]]));
    const result = loss(named);
    others = result.others;
    // valueAndGrads frees what its function made; these are handed on to the caller below.
    for (const tensor of Object.values(others)) tf.keep(tensor);
    return result.loss as tf.Scalar;
  })(names.map((name) => parameters[name]));
  const gradients = Object.fromEntries(names.map((name, index) => [name, grads[index]]));
  return { loss: value, gradients, others: handOn(others!) };
}

/** Puts kept tensors under the caller's tidy scope, if there is one. */
function handOn<T extends Tensors>(kept: T): T {
  return Object.fromEntries(
    Object.entries(kept).map(([name, tensor]) => {
      const copy = tf.clone(tensor);
      tensor.dispose();
      return [name, copy];
    }),
  ) as T;
}
