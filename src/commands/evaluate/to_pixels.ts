import type { StoredTensor } from "../../formats/safetensors.ts";

/** Grey levels, and the range that they were read from. */
export interface Pixels {
  /** 0 to 255. */
  readonly pixels: Uint8Array;
  /** In words, such as `-1 to 1`. */
  readonly range: string;
}

/** A range that pixels come in. */
interface PixelRange {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** The largest pixel must be above it: smaller ones are of another range, and would be read as almost black. */
  readonly above: number;
}

/** How far a pixel may leave its range by rounding. */
const SLACK = 1e-3;
/** What 4 bits hold, and more than -1 to 1 when it is moved or stretched. */
const DARK = 16;

/** Ranges of floating point, from the narrowest, which decides. */
const FLOAT_RANGES: readonly PixelRange[] = [
  { name: "0 to 1", low: 0, high: 1, above: -Infinity },
  { name: "-1 to 1", low: -1, high: 1, above: -Infinity },
  { name: "0 to 255", low: 0, high: 255, above: DARK },
];
const WHOLE_RANGE: PixelRange = { name: "0 to 255", low: 0, high: 255, above: 1 };

/**
 * Takes numbers as grey levels: whole ones from 0 to 255; of floating point from 0 to 1, from -1 to 1, or from 0 to 255, the
 * narrowest range that holds them all.
 *
 * Numbers that fit a range by chance only would be read as almost black images, so whole ones of 0 and 1 and others up to 16
 * are refused. Images of whole numbers that are all 0 are black.
 *
 * @param data The numbers.
 * @param source What they were read from, in words.
 * @returns Grey levels, and the range.
 * @throws {TypeError} If there is none that holds them, or a number is not finite.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { toPixels } from "./to_pixels.ts";
 *
 * const { pixels, range } = toPixels(Float32Array.of(-1, 0.2, 1), "npy");
 * assertEquals([[...pixels], range], [[0, 153, 255], "-1 to 1"]);
 * ```
 */
export function toPixels(data: StoredTensor["data"], source: string): Pixels {
  if (data.length === 0) return { pixels: new Uint8Array(), range: WHOLE_RANGE.name };
  const { least, most } = findExtremes(data, source);
  const isWhole = data instanceof Uint8Array || data instanceof Int32Array;
  const range = isWhole ? findWholeRange(least, most, source) : findFloatRange(least, most, source);
  const { name, low, high } = range;
  if (data instanceof Uint8Array) return { pixels: data, range: name };
  const pixels = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    pixels[i] = Math.min(255, Math.max(0, Math.round((data[i] - low) / (high - low) * 255)));
  }
  return { pixels, range: name };
}

function findExtremes(data: StoredTensor["data"], source: string) {
  let least = Infinity, most = -Infinity;
  for (let i = 0; i < data.length; i++) {
    if (!Number.isFinite(data[i])) {
      throw new TypeError(`${source} has the value ${data[i]} at ${i}; finite pixels are wanted`);
    }
    least = Math.min(least, data[i]);
    most = Math.max(most, data[i]);
  }
  return { least, most };
}

function findWholeRange(least: number, most: number, source: string): PixelRange {
  const { low, high, above } = WHOLE_RANGE;
  const isBlack = least === 0 && most === 0;
  if (isBlack || (least >= low && most <= high && most > above)) return WHOLE_RANGE;
  const advice = least >= 0 && most === 1 ? ": multiply by 255" : "";
  throw new TypeError(
    `${source} has whole pixels from ${least} to ${most}; 0 to 255 is wanted${advice}`,
  );
}

function findFloatRange(least: number, most: number, source: string): PixelRange {
  const range = FLOAT_RANGES.find(({ low, high, above }) => {
    const slack = SLACK * (high - low);
    return least >= low - slack && most <= high + slack && most > above;
  });
  if (range !== undefined) return range;
  const isDark = least >= 0 && most <= DARK;
  throw new TypeError(
    `${source} has pixels from ${least} to ${most}; 0 to 1, -1 to 1 or 0 to 255 is wanted` +
      (isDark ? `, and of 0 to 255 one above ${DARK}: save darker images as uint8` : ""),
  );
}
