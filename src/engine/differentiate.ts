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
  const run = () => {
    const result = loss(parameters);
    others = result.others;
    // The engine frees what its function made; these are handed on to the caller below.
    for (const tensor of Object.values(others)) tf.keep(tensor);
    return result.loss;
  };
  // What tf.valueAndGrads calls; told to allow parameters without a gradient, which it cannot name.
  const { value, grads } = tf.engine().gradients(run, Object.values(parameters), undefined, true);
  const missing = names.filter((_, index) => grads[index] === undefined);
  if (missing.length > 0) {
    throw new Error(
      `Cannot differentiate a loss by "${missing.join('", "')}": it does not depend on it. ` +
        `Leave it out of the parameters, or use it in the loss`,
    );
  }
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
