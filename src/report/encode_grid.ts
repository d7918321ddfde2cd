import { encode } from "fast-png";
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
  /** A `data:` address of a grey PNG. */
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Lays images out in a grid and encodes it as a PNG within a `data:` address.
 *
 * @param images Grey images, shape [count, height, width].
 * @param options Columns and gap.
 * @returns The address and the size in pixels.
 * @throws {RangeError} If the data does not fit the shape.
 */
export function encodeGrid(images: ImageStack, options: EncodeGridOptions): EncodedGrid {
  const { data, count, height, width } = images;
  if (data.length !== count * height * width || count < 1) {
    throw new RangeError(
      `Cannot lay out images of shape [${count}, ${height}, ${width}]: the data has ${data.length} bytes; ` +
        `${count * height * width} are wanted`,
    );
  }
  const columns = Math.min(options.columns, count);
  const rows = Math.ceil(count / columns);
  const size = {
    width: columns * (width + options.gap) - options.gap,
    height: rows * (height + options.gap) - options.gap,
  };
  const pixels = new Uint8Array(size.width * size.height);
  for (let image = 0; image < count; image++) {
    const left = (image % columns) * (width + options.gap);
    const top = Math.floor(image / columns) * (height + options.gap);
    for (let row = 0; row < height; row++) {
      const start = (image * height + row) * width;
      pixels.set(data.subarray(start, start + width), (top + row) * size.width + left);
    }
  }
  const png = encode({ ...size, data: pixels, channels: 1, depth: 8 });
  return { source: `data:image/png;base64,${toBase64(png)}`, ...size };
}

function toBase64(bytes: Uint8Array): string {
  return (bytes as Uint8Array & { toBase64(): string }).toBase64();
}
