import * as tf from "@tensorflow/tfjs";
import { differentiate } from "../engine/differentiate.ts";
import type { Engine } from "../engine/engine.ts";
import { type AdamState, initAdam, updateAdam } from "../engine/optimizers/adam.ts";
import { drawPermutation } from "../engine/random.ts";
import { disposeTree } from "../engine/tensor_tree.ts";
import { applyJudge, initJudge, JUDGE_FEATURE_COUNT } from "../networks/judge.ts";
import type { Parameters } from "../networks/network.ts";
import { crossEntropy } from "../objectives/cross_entropy.ts";
import { gatherSamples, type TrainingSet } from "./batches.ts";

const CLASS_COUNT = 10;
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
const LEARNING_RATE = 1e-3;
/** The learning rate falls linearly to this share of itself. */
const FINAL_SHARE = 0.05;
/** Images judged in one call. */
const JUDGE_BATCH = 500;

type JudgeState = { readonly parameters: Parameters; readonly optimizer: AdamState };

/**
 * Trains the judge with Adam over shuffled epochs, the learning rate falling linearly from 1e-3 to 5e-5.
 *
 * @param engine Compiles the step.
 * @param options Images and labels (0 … 9), batch size, steps, seed, and `afterStep`, called with steps done.
 * @returns The judge's parameters; the caller disposes of them.
 */
export async function trainJudge(engine: Engine, options: {
  readonly data: TrainingSet;
  readonly labels: Uint8Array;
  readonly batchSize: number;
  readonly stepCount: number;
  readonly seed: number;
  readonly afterStep: (step: number) => Promise<void> | void;
}): Promise<Parameters> {
  const { data, labels, batchSize, stepCount, seed } = options;
  if (data.shape.kind !== "images") {
    throw new RangeError("Cannot train a judge on points: it takes images");
  }
  const step = engine.compile("train_judge", takeJudgeStep);
  const parameters = initJudge({ seed, stream: "init/judge", step: 0 }, data.shape.size);
  let state: JudgeState = { parameters, optimizer: initAdam(parameters) };
  const batchesPerEpoch = Math.floor(data.count / batchSize);
  let order = new Uint32Array();
  for (let number = 0; number < stepCount; number++) {
    const epoch = Math.floor(number / batchesPerEpoch);
    const at = number % batchesPerEpoch;
    if (at === 0) order = drawPermutation({ seed, stream: "judge/epoch", step: epoch }, data.count);
    const indices = order.subarray(at * batchSize, (at + 1) * batchSize);
    const input = {
      images: gatherSamples(data, indices),
      oneHot: toOneHot(labels, indices),
      learningRate: tf.scalar(LEARNING_RATE * (1 - (1 - FINAL_SHARE) * number / stepCount)),
    };
    const next = step(state, input);
    disposeTree(state, input);
    state = next;
    await options.afterStep(number + 1);
  }
  disposeTree(state.optimizer);
  return state.parameters;
}

/** What the judge says of images. */
export interface Judgement {
  /** The penultimate layer, [n, 128] row-major. */
  readonly features: Float32Array;
  /** The class with the largest logit, the lower one on a tie. */
  readonly classes: Uint8Array;
  /** What the classes are chosen by, [n, 10] row-major. */
  readonly logits: Float32Array;
}

/**
 * Prepares a trained judge to judge sets of images.
 *
 * @param engine Compiles the judge, once for all sets.
 * @param parameters The judge's.
 * @returns Judges the images of a set.
 */
export function makeJudge(engine: Engine, parameters: Parameters): (set: TrainingSet) => Judgement {
  const judge = engine.compile(
    "judge",
    (weights: Parameters, images: tf.Tensor) => applyJudge(weights, images),
  );
  return (set) => {
    const features = new Float32Array(set.count * JUDGE_FEATURE_COUNT);
    const logits = new Float32Array(set.count * CLASS_COUNT);
    for (let from = 0; from < set.count; from += JUDGE_BATCH) {
      const count = Math.min(JUDGE_BATCH, set.count - from);
      const images = gatherSamples(set, Array.from({ length: count }, (_, index) => from + index));
      const result = judge(parameters, images);
      features.set(result.features.dataSync() as Float32Array, from * JUDGE_FEATURE_COUNT);
      logits.set(result.logits.dataSync() as Float32Array, from * CLASS_COUNT);
      disposeTree(images, result);
    }
    return { features, classes: findLargest(logits), logits };
  };
}

function takeJudgeStep(
  state: JudgeState,
  input: { images: tf.Tensor; oneHot: tf.Tensor; learningRate: tf.Tensor },
): JudgeState {
  const { gradients } = differentiate(state.parameters, (parameters) => ({
    loss: crossEntropy(applyJudge(parameters, input.images).logits, input.oneHot),
    others: {},
  }));
  const update = updateAdam(gradients, state.optimizer, state.parameters, {
    ...ADAM,
    learningRate: input.learningRate,
  });
  return { parameters: update.parameters, optimizer: update.state };
}

function toOneHot(labels: Uint8Array, indices: Uint32Array): tf.Tensor {
  const rows = new Float32Array(indices.length * CLASS_COUNT);
  indices.forEach((index, row) => rows[row * CLASS_COUNT + labels[index]] = 1);
  return tf.tensor(rows, [indices.length, CLASS_COUNT]);
}

function findLargest(logits: Float32Array): Uint8Array {
  return Uint8Array.from({ length: logits.length / CLASS_COUNT }, (_, row) => {
    const scores = logits.subarray(row * CLASS_COUNT, (row + 1) * CLASS_COUNT);
    return scores.indexOf(Math.max(...scores));
  });
}
