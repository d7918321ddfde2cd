import { takeChannel } from "../datasets/take_channel.ts";
import { JUDGE_FEATURE_COUNT } from "../networks/judge.ts";
import { countChannels, countElements } from "../networks/network.ts";
import type { Judgement } from "./train_judge.ts";
import type { TrainingSet } from "./training_set.ts";

/** What a judge of digits says of stacks of them. */
export interface StackJudgement {
  /** The features of each channel, one after the other, [n, channels · 128] row-major. */
  readonly features: Float32Array;
  /** The class of each channel, [n, channels] row-major. */
  readonly classes: Uint8Array;
}

/**
 * Judges each channel of stacked digits by itself. Where the stacks are known by their digits, each digit is judged once,
 * however many stacks it is in.
 *
 * @param judge Judges grey images.
 * @param set Images of several channels.
 * @returns Features and classes of all channels.
 */
export function judgeStacks(
  judge: (set: TrainingSet) => Judgement,
  set: TrainingSet,
): StackJudgement {
  const { count, stacks } = set;
  if (set.shape.kind !== "images") throw new RangeError("Cannot judge points: images are wanted");
  const shape = { ...set.shape, channels: 1 };
  const channels = countChannels(set.shape);
  const values = set.values as Uint8Array;
  const features = new Float32Array(count * channels * JUDGE_FEATURE_COUNT);
  const classes = new Uint8Array(count * channels);
  const digits = stacks && judge({ shape, count: values.length / countElements(shape), values });
  for (let channel = 0; channel < channels; channel++) {
    const own = digits ?? judge({ shape, count, values: takeChannel(values, channel, channels) });
    for (let row = 0; row < count; row++) {
      const to = row * channels + channel;
      const from = stacks?.[to] ?? row;
      classes[to] = own.classes[from];
      features.set(
        own.features.subarray(from * JUDGE_FEATURE_COUNT, (from + 1) * JUDGE_FEATURE_COUNT),
        to * JUDGE_FEATURE_COUNT,
      );
    }
  }
  return { features, classes };
}
