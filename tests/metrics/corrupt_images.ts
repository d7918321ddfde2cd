import { drawNormal } from "../../src/engine/random.ts";

/** Square images with values in [0, 1], [count, side, side]. */
export interface Images {
  readonly data: Float64Array;
  readonly count: number;
  readonly side: number;
}

/** Corrupts images more with each level; level 0 leaves them as they are. */
export type Corruption = (images: Images, level: number) => Images;

/** Where a pixel of the corrupted image is taken from, in pixels. */
type Warp = (x: number, y: number) => readonly [x: number, y: number];

/** The six corruptions that the metrics are tested by, after Heusel et al. 2017, appendix A1. */
export const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  noise: (images, level) => {
    const normal = drawNormal({ seed: 1, stream: "noise", step: level }, images.data.length);
    return mapPixels(images, (value, i) => clamp(value + 0.15 * level * normal[i]));
  },
  blur: (images, level) => {
    let blurred = images;
    for (let pass = 0; pass < level; pass++) blurred = blurOnce(blurred);
    return blurred;
  },
  blackout: (images, level) => {
    const size = images.side ** 2, width = 5 * level;
    return mapPixels(images, (value, i) => {
      const image = Math.floor(i / size), x = i % images.side;
      const y = Math.floor(i / images.side) % images.side;
      const left = (image * 7) % (images.side - width), top = (image * 11) % (images.side - width);
      return x >= left && x < left + width && y >= top && y < top + width ? 0 : value;
    });
  },
  swirl: (images, level) => {
    const middle = (images.side - 1) / 2;
    return warp(images, (x, y) => {
      const dx = x - middle, dy = y - middle;
      const angle = 0.5 * level * Math.exp(-Math.hypot(dx, dy) / middle);
      const cosine = Math.cos(angle), sine = Math.sin(angle);
      return [middle + cosine * dx - sine * dy, middle + sine * dx + cosine * dy];
    });
  },
  pixelate: (images, level) => {
    // From 4 on, as features that average pixels by twos do not see blocks of 2.
    const block = [1, 4, 7, 14, 28][level], { data, side } = images;
    return mapPixels(images, (_, i) => {
      const x = i % side, y = Math.floor(i / side) % side, start = i - y * side - x;
      const left = x - x % block, top = y - y % block;
      let sum = 0;
      for (let row = top; row < top + block; row++) {
        for (let column = left; column < left + block; column++) {
          sum += data[start + row * side + column];
        }
      }
      return sum / block ** 2;
    });
  },
  crop: (images, level) => {
    const middle = (images.side - 1) / 2, share = 1 - 0.08 * level;
    return warp(images, (x, y) => [middle + share * (x - middle), middle + share * (y - middle)]);
  },
};

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function mapPixels(images: Images, map: (value: number, index: number) => number): Images {
  return { ...images, data: images.data.map(map) };
}

/** Takes each pixel from another place, between pixels linearly. */
function warp(images: Images, from: Warp): Images {
  const { data, side } = images;
  return mapPixels(images, (_, i) => {
    const column = i % side, row = Math.floor(i / side) % side;
    const start = i - row * side - column;
    const [x, y] = from(column, row);
    const left = Math.floor(x), top = Math.floor(y);
    let value = 0;
    for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [1, 1]]) {
      const weight = Math.abs(1 - dx - (x - left)) * Math.abs(1 - dy - (y - top));
      const isInside = left + dx >= 0 && left + dx < side && top + dy >= 0 && top + dy < side;
      if (weight > 0 && isInside) value += weight * data[start + (top + dy) * side + left + dx];
    }
    return value;
  });
}

/** Weights 1 2 1 along both sides. */
function blurOnce(images: Images): Images {
  const smooth = (set: Images, step: number, isEdge: (i: number, to: number) => boolean) =>
    mapPixels(set, (value, i) => {
      const before = isEdge(i, i - step) ? 0 : set.data[i - step];
      const after = isEdge(i, i + step) ? 0 : set.data[i + step];
      return (before + 2 * value + after) / 4;
    });
  const { side } = images, size = side ** 2;
  const rowOf = (i: number) => Math.floor(i / side), imageOf = (i: number) => Math.floor(i / size);
  const across = smooth(images, 1, (i, to) => rowOf(i) !== rowOf(to));
  return smooth(across, side, (i, to) => imageOf(i) !== imageOf(to));
}
