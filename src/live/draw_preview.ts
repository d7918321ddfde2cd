import { readSafetensors } from "../formats/read_safetensors.ts";
import { encodeGrid } from "../report/encode_grid.ts";

/** Pixels along a side of a picture of points. */
const PLANE_SIDE = 144;
/** A point is a square of so many pixels a side. */
const POINT_SIDE = 2;
/** Black pixels between images. */
const GAP = 2;

/**
 * Draws samples as a small picture for those who watch a training: a grid of images, or points in white on black.
 *
 * @param file Tensors of a training that is at work: `samples`, U8 [n, height, width] or [n, height, width, channels], or
 * F32 [n, 2] with the `window` of the plane that they are shown in; points outside of it are left out.
 * @returns A `data:` address of a PNG.
 */
export function drawPreview(file: Uint8Array): string {
  const { samples, window } = readSafetensors(file).tensors;
  if (samples.dtype === "U8") {
    const [count, height, width, channels = 1] = samples.shape;
    const data = samples.data as Uint8Array;
    const columns = Math.ceil(Math.sqrt(count));
    return encodeGrid({ data, count, height, width, channels }, { columns, gap: GAP }).source;
  }
  const data = drawPoints(samples.data, window.data);
  const plane = { data, count: 1, height: PLANE_SIDE, width: PLANE_SIDE };
  return encodeGrid(plane, { columns: 1, gap: 0 }).source;
}

/** Grey pixels [side, side], the upper edge of the window first. */
function drawPoints(points: ArrayLike<number>, [x, y, size]: Iterable<number>): Uint8Array {
  const pixels = new Uint8Array(PLANE_SIDE * PLANE_SIDE);
  const scale = (PLANE_SIDE - POINT_SIDE) / size;
  for (let at = 0; at + 1 < points.length; at += 2) {
    const left = Math.round((points[at] - x) * scale);
    const top = Math.round((y + size - points[at + 1]) * scale);
    const isInside = left >= 0 && top >= 0 && left + POINT_SIDE <= PLANE_SIDE &&
      top + POINT_SIDE <= PLANE_SIDE;
    if (!isInside) continue;
    for (let row = top; row < top + POINT_SIDE; row++) {
      pixels.fill(255, row * PLANE_SIDE + left, row * PLANE_SIDE + left + POINT_SIDE);
    }
  }
  return pixels;
}
