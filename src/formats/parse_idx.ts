/** Images of an IDX file: pixels 0 … 255 as [count, rows, columns]. */
export interface IdxImages {
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  /** A view of the file's bytes. */
  readonly pixels: Uint8Array;
}

const IMAGES_MAGIC = 0x00000803;
const LABELS_MAGIC = 0x00000801;
const WORD_BYTES = 4;

/**
 * Reads an IDX file of images.
 *
 * @param bytes The whole file.
 * @returns The images.
 * @throws {SyntaxError} When magic number or length are not what the format says.
 *
 * Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits", file formats.
 */
export function parseIdxImages(bytes: Uint8Array): IdxImages {
  const [count, rows, columns] = readHeader(bytes, { magic: IMAGES_MAGIC, sizes: 3 });
  return { count, rows, columns, pixels: bytes.subarray(4 * WORD_BYTES) };
}

/**
 * Reads an IDX file of labels.
 *
 * @param bytes The whole file.
 * @returns The labels, a view of the file's bytes.
 * @throws {SyntaxError} When magic number or length are not what the format says.
 */
export function parseIdxLabels(bytes: Uint8Array): Uint8Array {
  readHeader(bytes, { magic: LABELS_MAGIC, sizes: 1 });
  return bytes.subarray(2 * WORD_BYTES);
}

/** Big-endian words: the magic number, then the sizes; the data must fill the rest. */
function readHeader(bytes: Uint8Array, format: { magic: number; sizes: number }): number[] {
  const headerBytes = WORD_BYTES * (1 + format.sizes);
  if (bytes.length < headerBytes) {
    throw new SyntaxError(
      `Cannot read an IDX file: it has ${bytes.length} bytes, a header of ${headerBytes} is wanted`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0);
  if (magic !== format.magic) {
    throw new SyntaxError(
      `Cannot read an IDX file: its magic number is 0x${magic.toString(16).padStart(8, "0")}, ` +
        `0x${format.magic.toString(16).padStart(8, "0")} is wanted`,
    );
  }
  const sizes = Array.from(
    { length: format.sizes },
    (_, index) => view.getUint32(WORD_BYTES * (1 + index)),
  );
  const wanted = sizes.reduce((product, size) => product * size, 1);
  const found = bytes.length - headerBytes;
  if (found !== wanted) {
    throw new SyntaxError(
      `Cannot read an IDX file: ${found} bytes follow its header, [${sizes}] wants ${wanted}`,
    );
  }
  return sizes;
}
