/** Images as rows of 8-bit pixels, in row-major order. */
export interface PixelMatrix {
  /** `rows * columns` pixels, 0 to 255. */
  readonly data: Uint8Array;
  /** Number of images. */
  readonly rows: number;
  /** Number of pixels of an image. */
  readonly columns: number;
}
