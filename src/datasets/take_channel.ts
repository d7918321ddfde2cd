/**
 * Takes one channel out of images whose channels stand pixel by pixel, as grey images.
 *
 * @param pixels Images [n, height, width, channels], row-major.
 * @param channel Which, from 0.
 * @param channels How many there are.
 * @returns Images [n, height, width].
 * @throws {RangeError} If there is no such channel, or the pixels are not of so many.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeChannel } from "./take_channel.ts";
 *
 * assertEquals(takeChannel(Uint8Array.of(1, 2, 3, 4, 5, 6), 1, 3), Uint8Array.of(2, 5));
 * ```
 */
export function takeChannel(
  pixels: Uint8Array,
  channel: number,
  channels: number,
): Uint8Array<ArrayBuffer> {
  if (!(channel >= 0 && channel < channels) || pixels.length % channels !== 0) {
    throw new RangeError(
      `Cannot take channel ${channel} of ${pixels.length} values: they are of ${channels} channels; ` +
        `a channel below that, and a multiple of it, are wanted`,
    );
  }
  const grey = new Uint8Array(pixels.length / channels);
  for (let at = 0, from = channel; at < grey.length; at++, from += channels) {
    grey[at] = pixels[from];
  }
  return grey;
}
