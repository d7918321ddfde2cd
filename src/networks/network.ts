import type * as tf from "@tensorflow/tfjs";
import type { DrawKey } from "../engine/random.ts";

/** Parameters of a network: a flat record of named tensors, as safetensors stores them. */
export type Parameters = Readonly<Record<string, tf.Tensor>>;

/** A network: two pure functions. */
export interface Network {
  /**
   * Draws initial parameters.
   *
   * @param key Names the draw: each parameter takes a stream of its own under `key.stream`.
   */
  init(key: DrawKey): Parameters;

  /**
   * Applies the network to a batch.
   *
   * @param parameters As `init` made them.
   * @param x The batch; its shape is the network's to say.
   */
  apply(parameters: Parameters, x: tf.Tensor): tf.Tensor;
}

/** The shape of one sample: images in [-1, 1] as `[size, size, channels]`, or points of the plane as `[2]`. */
export type SampleShape =
  | {
    readonly kind: "images";
    readonly size: number;
    /** Absent: 1, grey. */
    readonly channels?: number;
  }
  | { readonly kind: "points" };

/** How many numbers stand at each place of a sample: the channels of an image, or 1. */
export function countChannels(shape: SampleShape): number {
  return shape.kind === "images" ? shape.channels ?? 1 : 1;
}

/** How many numbers a sample has. */
export function countElements(shape: SampleShape): number {
  return shape.kind === "images" ? shape.size * shape.size * countChannels(shape) : 2;
}
