import type { StoredTensor } from "../../formats/safetensors.ts";
import type { SampleSet } from "./sample_set.ts";
import { toPixels } from "./to_pixels.ts";

const GREY = 1;

/**
 * Takes a tensor as samples: [n, d] of floating point as features, [n, h, w], [n, h, w, 1] or [n, 1, h, w] as grey images.
 * Pixels of whole numbers are from 0 to 255; of floating point from 0 to 1, from -1 to 1, or from 0 to 255, the narrowest
 * range that holds them all.
 *
 * @param tensor The tensor.
 * @param source What it was read from, in words.
 * @returns The samples.
 * @throws {TypeError} If its shape, its type or its values are none of these; the message says what it is.
 */
export function toSampleSet(tensor: StoredTensor, source: string): SampleSet {
  const { dtype, shape, data } = tensor;
  const whole = `${source}, ${dtype} [${shape.join(", ")}]`;
  if (shape.length === 2) {
    if (data instanceof Float32Array || data instanceof Float64Array) {
      const [rows, columns] = shape;
      return { kind: "features", features: { data, rows, columns }, source: whole };
    }
    throw new TypeError(`${whole} has whole numbers; features of float32 or float64 are wanted`);
  }
  const size = findImageSize(shape);
  if (size === undefined) {
    throw new TypeError(
      `${whole} is neither features [n, d] nor grey images [n, h, w], [n, h, w, 1] or [n, 1, h, w]`,
    );
  }
  const { pixels, range } = toPixels(data, whole);
  return {
    kind: "images",
    count: shape[0],
    ...size,
    pixels,
    source: `${whole}, pixels from ${range}`,
  };
}

function findImageSize(shape: readonly number[]): { height: number; width: number } | undefined {
  if (shape.length === 3) return { height: shape[1], width: shape[2] };
  if (shape.length !== 4) return undefined;
  if (shape[3] === GREY) return { height: shape[1], width: shape[2] };
  return shape[1] === GREY ? { height: shape[2], width: shape[3] } : undefined;
}
