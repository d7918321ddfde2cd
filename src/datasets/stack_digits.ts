import { drawIntegers } from "../engine/random.ts";
import type { SafetensorsFile, StoredTensor } from "../formats/safetensors.ts";

/** How many stacks are drawn, and from how many digits. */
export interface StackDigitsOptions {
  /** Digits in a stack. */
  readonly channels: number;
  /** Training stacks. */
  readonly trainCount: number;
  /** Test stacks. */
  readonly testCount: number;
  /** MNIST's digits by split, in number. */
  readonly digits: { readonly train: number; readonly test: number };
}

/**
 * Draws which digits are stacked to colour images: `train/stacks` I32 [trainCount, channels] of indices of training
 * digits, and `test/stacks` of test digits. Every channel of every stack is drawn independently, with replacement, so that
 * all triples of classes come up about equally often: of 128,000 stacks, each of the 1,000 is expected 94 to 182 times, as
 * MNIST's classes are a little uneven.
 *
 * The pixels stay where they are: 128,000 stacks are 1.5 MB of indices in place of 301 MB of images. Metz et al. and
 * VEEGAN draw stacks of training digits; PacGAN draws 128,000 of training and test digits together, which leaves nothing
 * unseen to compare with.
 *
 * @param options How many stacks, of how many digits.
 * @param seed Seed of the draws.
 * @returns The contents of `stacks.safetensors`.
 * @throws {RangeError} If a split has no digits.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { stackDigits } from "./stack_digits.ts";
 *
 * const sizes = { channels: 3, trainCount: 5, testCount: 2, digits: { train: 60_000, test: 10_000 } };
 * assertEquals(stackDigits(sizes, 0).tensors["train/stacks"].shape, [5, 3]);
 * ```
 *
 * Source: Metz et al. 2017, arXiv:1611.02163, section 3.3.1; Srivastava et al. 2017, arXiv:1705.07761, section 4.2; Lin et
 * al. 2018, arXiv:1712.04086, section 4.2.
 */
export function stackDigits(options: StackDigitsOptions, seed: number): SafetensorsFile {
  const { channels, trainCount, testCount, digits } = options;
  const draw = (split: "train" | "test", count: number): StoredTensor => {
    const key = { seed, stream: `stacks/${split}`, step: 0 };
    const indices = drawIntegers(key, count * channels, digits[split]);
    return { dtype: "I32", shape: [count, channels], data: Int32Array.from(indices) };
  };
  return {
    tensors: { "train/stacks": draw("train", trainCount), "test/stacks": draw("test", testCount) },
    metadata: { kind: "stacks", channels: String(channels) },
  };
}
