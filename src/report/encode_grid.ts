import { encode } from "fast-png";
import { toBase64 } from "../formats/to_base64.ts";
import type { ImageStack } from "./report_data.ts";

/** How images are laid out. */
export interface EncodeGridOptions {
  /** Images in a row. */
  readonly columns: number;
  /** Black pixels between images. */
  readonly gap: number;
}

/** A grid as a picture that a page can hold. */
export interface EncodedGrid {
  /** A `data:` address of a PNG, grey or in colour as the images are. */
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Lays images out in a grid and encodes it as a PNG within a `data:` address.
 *
 * @param images Grey images, shape [count, height, width], or images in colour, shape [count, height, width, 3].
 * @param options Columns and gap.
 * @returns The address and the size in pixels.
 * @throws {RangeError} If the data does not fit the shape, or is of another number of channels.
 */
export function encodeGrid(images: ImageStack, options: EncodeGridOptions): EncodedGrid {
  const { data, count, height, width, channels = 1 } = images;
  const wanted = count * height * width * channels;
  if (data.length !== wanted || count < 1) {
    const shape = [count, height, width, ...(channels === 1 ? [] : [channels])].join(", ");
    throw new RangeError(
      `Cannot lay out images of shape [${shape}]: the data has ${data.length} bytes; ` +
        `${wanted} are wanted`,
    );
  }
  if (channels !== 1 && channels !== 3) {
    throw new RangeError(`Cannot lay out images of ${channels} channels: 1 or 3 are wanted`);
  }
  const columns = Math.min(options.columns, count);
  const rows = Math.ceil(count / columns);
  const size = {
    width: columns * (width + options.gap) - options.gap,
    height: rows * (height + options.gap) - options.gap,
  };
  const pixels = new Uint8Array(size.width * size.height * channels);
  const line = width * channels;
  for (let image = 0; image < count; image++) {
    const left = (image % columns) * (width + options.gap);
    const top = Math.floor(image / columns) * (height + options.gap);
    for (let row = 0; row < height; row++) {
      const start = (image * height + row) * line;
      const to = ((top + row) * size.width + left) * channels;
      pixels.set(data.subarray(start, start + line), to);
    }
  }
  const png = encode({ ...size, data: pixels, channels, depth: 8 });
  return { source: `data:image/png;base64,${toBase64(png)}`, ...size };
}
