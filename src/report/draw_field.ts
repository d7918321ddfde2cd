import { encode } from "fast-png";
import { toBase64 } from "../formats/to_base64.ts";
import { PALETTE } from "./palette.ts";

/** Shades of each side, so that the picture compresses well. */
const LEVELS = 24;
/** A discriminator that is nearly fooled leans by a few hundredths; the root makes that visible. */
const LEAN_POWER = 0.5;
/** Opacity where the discriminator is sure. */
const STRONGEST = 150;

/**
 * Encodes a discriminator's answers over a square as a picture: orange where it says fake, blue where it says real, and
 * clear where it cannot tell; opacity grows with the root of how far the answer is from one half.
 *
 * @param field Answers 0 to 1, [side, side], rows from the bottom; one that is not finite is left clear.
 * @returns A `data:` address of a PNG, its rows from the top.
 */
export function encodeField(field: Float32Array): string {
  const side = Math.round(Math.sqrt(field.length));
  const pixels = new Uint8Array(4 * field.length);
  const [fake, real] = [parseColor(PALETTE["series-2"][0]), parseColor(PALETTE["series-1"][0])];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const lean = 2 * field[(side - 1 - row) * side + column] - 1;
      const level = Number.isFinite(lean)
        ? Math.round(Math.abs(lean) ** LEAN_POWER * LEVELS) / LEVELS
        : 0;
      pixels.set(
        [...(lean < 0 ? fake : real), Math.round(level * STRONGEST)],
        4 * (row * side + column),
      );
    }
  }
  const png = encode({ width: side, height: side, data: pixels, channels: 4, depth: 8 });
  return `data:image/png;base64,${toBase64(png)}`;
}

function parseColor(color: string): number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}
