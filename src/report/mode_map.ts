import type { ImageStack } from "./report_data.ts";

const DIGITS = 10;

/**
 * Draws how samples of stacked digits spread over the 1,000 modes, as ten squares, one for each red digit: within a square
 * green goes down and blue goes right. A mode that nothing was drawn of is black, one with its fair share, 1 / 1,000, is
 * half bright, and one with twice that or more is white.
 *
 * @param shares Share of the samples of each mode, [1000].
 * @returns Ten grey images of 10 x 10 pixels.
 * @throws {RangeError} If there are not 1,000 shares.
 */
export function drawModeMap(shares: readonly number[]): ImageStack {
  const modes = DIGITS ** 3;
  if (shares.length !== modes) {
    throw new RangeError(
      `Cannot draw a map of ${shares.length} modes: ${modes} are wanted`,
    );
  }
  const data = Uint8Array.from(shares, (share) => Math.min(255, Math.round(127.5 * share * modes)));
  return { data, count: DIGITS, height: DIGITS, width: DIGITS };
}
