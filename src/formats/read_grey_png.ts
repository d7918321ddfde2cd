import { decode } from "fast-png";

/** A grey image of 8-bit pixels. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  /** Rows of pixels, 0 to 255, [height, width]. */
  readonly pixels: Uint8Array;
}

const DEPTH = 8;

/**
 * Decodes a PNG of a grey image. One that is stored in colour is taken when its three channels are equal, and one with
 * alpha when it is opaque, as many tools write them.
 *
 * @param bytes The whole file.
 * @returns The image.
 * @throws {SyntaxError} If it is no PNG or damaged, has colours or transparent pixels, or another depth than 8 bits.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { encode } from "fast-png";
 * import { readGreyPng } from "./read_grey_png.ts";
 *
 * const data = Uint8Array.of(0, 255);
 * const bytes = encode({ width: 2, height: 1, data, channels: 1 });
 * assertEquals(readGreyPng(bytes), { width: 2, height: 1, pixels: data });
 * ```
 *
 * Source: W3C, "Portable Network Graphics (PNG) Specification", second edition.
 */
export function readGreyPng(bytes: Uint8Array): GreyImage {
  const { width, height, depth, channels, data, palette, transparency } = decodePng(bytes);
  if (depth !== DEPTH || palette !== undefined) {
    const found = palette === undefined
      ? `${depth} bit${depth === 1 ? "" : "s"} a channel`
      : "a palette";
    throw refuse(`it has ${found}; grey of 8 bits is wanted`);
  }
  if (transparency !== undefined) {
    throw refuse("it has a transparent colour; opaque pixels are wanted");
  }
  if (channels === 1) return { width, height, pixels: Uint8Array.from(data) };
  const pixels = new Uint8Array(width * height);
  const colours = channels < 3 ? 1 : 3;
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const at = pixel * channels;
    const place = () => `row ${Math.floor(pixel / width)}, column ${pixel % width}`;
    if (colours === 3 && (data[at] !== data[at + 1] || data[at] !== data[at + 2])) {
      const colour = [...data.subarray(at, at + 3)].join(", ");
      throw refuse(`the pixel at ${place()} is (${colour}); equal channels, grey, are wanted`);
    }
    if (channels > colours && data[at + colours] !== 255) {
      throw refuse(`the pixel at ${place()} is transparent; opaque ones are wanted`);
    }
    pixels[pixel] = data[at];
  }
  return { width, height, pixels };
}

function decodePng(bytes: Uint8Array): ReturnType<typeof decode> {
  try {
    return decode(bytes, { checkCrc: true });
  } catch (cause) {
    const { message } = cause as Error;
    // The decoder reads past the end of a file, and tells of broken pixels in a message that ends at a colon.
    const isBroken = cause instanceof RangeError || message.endsWith(":");
    throw refuse(isBroken ? "the file is cut off or damaged" : message);
  }
}

function refuse(reason: string): SyntaxError {
  return new SyntaxError(`Cannot read a grey PNG: ${reason}`);
}
