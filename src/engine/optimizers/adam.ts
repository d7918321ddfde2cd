import * as tf from "@tensorflow/tfjs";

/** Named tensors: parameters, their gradients or their moments. */
type Tensors = Readonly<Record<string, tf.Tensor>>;

/** What Adam remembers: both moments by parameter, and how many updates were made (a float32 scalar). */
export type AdamState = {
  readonly firstMoment: Tensors;
  readonly secondMoment: Tensors;
  readonly updateCount: tf.Tensor;
};

/** Settings of Adam. */
export interface AdamSettings {
  /** Decay of the first moment, in [0, 1). */
  readonly beta1: number;
  /** Decay of the second moment, in [0, 1). */
  readonly beta2: number;
  /** Added to the root of the second moment, > 0. */
  readonly epsilon: number;
}

/** The state before the first update: zeros. */
export function initAdam(parameters: Tensors): AdamState {
  const zeros = () => mapTensors(parameters, (parameter) => tf.zeros(parameter.shape));
  return { firstMoment: zeros(), secondMoment: zeros(), updateCount: tf.scalar(0) };
}

/**
 * One update. Pure: nothing is changed in place, so the whole state can be saved, restored and differentiated.
 *
 * @param gradients By parameter.
 * @param state As {@linkcode initAdam} or the last update gave it.
 * @param parameters What to update.
 * @param settings Decays and epsilon, and `learningRate`: a number, or a scalar tensor where it has a schedule.
 * @returns New parameters and new state.
 *
 * Algorithm 1 with both bias corrections taken out of the sums over elements, as below it in the paper:
 * rate sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon sqrt(1 - beta2^t)).
 *
 * Source: Kingma & Ba 2015, "Adam: A Method for Stochastic Optimization", algorithm 1 and the end of section 2.
 */
export function updateAdam(
  gradients: Tensors,
  state: AdamState,
  parameters: Tensors,
  settings: AdamSettings & { learningRate: number | tf.Tensor },
): { parameters: Tensors; state: AdamState } {
  const { beta1, beta2, epsilon, learningRate } = settings;
  const updateCount = tf.add(state.updateCount, 1);
  const firstCorrection = complementOfPower(beta1, updateCount);
  const secondCorrection = tf.sqrt(complementOfPower(beta2, updateCount));
  const rate = tf.div(tf.mul(learningRate, secondCorrection), firstCorrection);
  const floor = tf.mul(epsilon, secondCorrection);
  const firstMoment = mapTensors(
    gradients,
    (gradient, name) => blend(state.firstMoment[name], gradient, beta1),
  );
  const secondMoment = mapTensors(
    gradients,
    (gradient, name) => blend(state.secondMoment[name], tf.mul(gradient, gradient), beta2),
  );
  const updated = mapTensors(parameters, (parameter, name) => {
    const scale = tf.add(tf.sqrt(secondMoment[name]), floor);
    return tf.sub(parameter, tf.mul(rate, tf.div(firstMoment[name], scale)));
  });
  return { parameters: updated, state: { firstMoment, secondMoment, updateCount } };
}

/**
 * 1 - base^exponent, as -expm1(exponent ln(base)): in float32, the difference 1 - 0.999 is right to four digits only, and
 * each engine has others. ln(base) is the sum of two float32 numbers.
 */
function complementOfPower(base: number, exponent: tf.Tensor): tf.Tensor {
  if (base === 0) return tf.onesLike(exponent);
  const high = Math.fround(Math.log(base));
  const low = Math.log(base) - high;
  return tf.neg(tf.expm1(tf.add(tf.mul(exponent, high), tf.mul(exponent, low))));
}

/** old * decay + new * (1 - decay). */
function blend(old: tf.Tensor, fresh: tf.Tensor, decay: number): tf.Tensor {
  return tf.add(tf.mul(old, decay), tf.mul(fresh, 1 - decay));
}

function mapTensors(
  tensors: Tensors,
  convert: (tensor: tf.Tensor, name: string) => tf.Tensor,
): Record<string, tf.Tensor> {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [name, convert(tensor, name)]),
  );
}
