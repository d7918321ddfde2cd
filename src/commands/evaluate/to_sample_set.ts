import type { StoredTensor } from "../../formats/safetensors.ts";
import type { SampleSet } from "./sample_set.ts";

/** How far a pixel may leave its range by rounding. */
const SLACK = 1e-3;
const GREY = 1;

/** Ranges that pixels of floating point come in: from the narrowest, which decides. */
const RANGES = [
  { name: "0 to 1", low: 0, high: 1 },
  { name: "-1 to 1", low: -1, high: 1 },
  { name: "0 to 255", low: 0, high: 255 },
] as const;

/**
 * Takes a tensor as samples: [n, d] of floating point as features, [n, h, w], [n, h, w, 1] or [n, 1, h, w] as grey images.
 * Pixels of floating point are from 0 to 1, from -1 to 1, or from 0 to 255: the narrowest range that holds them all.
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
    source: range === undefined ? whole : `${whole}, pixels from ${range}`,
  };
}

function findImageSize(shape: readonly number[]): { height: number; width: number } | undefined {
  if (shape.length === 3) return { height: shape[1], width: shape[2] };
  if (shape.length !== 4) return undefined;
  if (shape[3] === GREY) return { height: shape[1], width: shape[2] };
  return shape[1] === GREY ? { height: shape[2], width: shape[3] } : undefined;
}

function toPixels(
  data: StoredTensor["data"],
  source: string,
): { pixels: Uint8Array; range?: string } {
  if (data instanceof Uint8Array) return { pixels: data };
  let least = Infinity, most = -Infinity;
  for (let i = 0; i < data.length; i++) {
    if (!Number.isFinite(data[i])) {
      throw new TypeError(`${source} has the value ${data[i]} at ${i}; finite pixels are wanted`);
    }
    least = Math.min(least, data[i]);
    most = Math.max(most, data[i]);
  }
  const range = RANGES.find(({ low, high }) => {
    const slack = SLACK * (high - low);
    return least >= low - slack && most <= high + slack;
  });
  if (range === undefined) {
    throw new TypeError(
      `${source} has pixels from ${least} to ${most}; 0 to 1, -1 to 1 or 0 to 255 is wanted`,
    );
  }
  const { name, low, high } = range;
  const pixels = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    pixels[i] = Math.min(255, Math.max(0, Math.round((data[i] - low) / (high - low) * 255)));
  }
  return { pixels, range: name };
}
