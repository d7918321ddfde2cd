/// <reference lib="dom" />

/** The checksum of PNG's chunks (ISO 3309). */
export function computeCrc(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** One chunk of a PNG: length, name, data, checksum. */
export function makeChunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(name), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, computeCrc(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/** Pixels as PNG compresses them: rows without a filter, then zlib. */
export async function deflatePixels(
  { data, width, height }: { data: Uint8ClampedArray; width: number; height: number },
): Promise<Uint8Array> {
  const rows = new Uint8Array(height * (4 * width + 1));
  for (let row = 0; row < height; row++) {
    rows.set(data.subarray(4 * width * row, 4 * width * (row + 1)), row * (4 * width + 1) + 1);
  }
  const stream = new Blob([rows]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Encodes pictures of one size as an animated PNG that loops.
 *
 * @param frames RGBA pixels of every picture.
 * @param delayMs How long each is shown; the last one three times as long.
 * @returns The file. Source: PNG specification, third edition, 2025, section 11.3.6.
 */
export async function encodeAnimation(
  frames: readonly { data: Uint8ClampedArray; width: number; height: number }[],
  delayMs: number,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const { width, height } = frames[0];
  const pack = (...numbers: number[]): Uint8Array => {
    const bytes = new Uint8Array(4 * numbers.length);
    numbers.forEach((number, at) => new DataView(bytes.buffer).setUint32(4 * at, number));
    return bytes;
  };
  const file = [
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    makeChunk("IHDR", Uint8Array.of(...pack(width, height), 8, 6, 0, 0, 0)),
    makeChunk("acTL", pack(frames.length, 0)),
  ];
  let sequence = 0;
  for (const [at, frame] of frames.entries()) {
    const delay = at === frames.length - 1 ? 3 * delayMs : delayMs;
    const control = Uint8Array.of(
      ...pack(sequence++, width, height, 0, 0),
      delay >> 8,
      delay & 255,
      1000 >> 8,
      1000 & 255,
      0,
      0,
    );
    file.push(makeChunk("fcTL", control));
    const pixels = await deflatePixels(frame);
    if (at === 0) file.push(makeChunk("IDAT", pixels));
    else {
      const numbered = new Uint8Array(4 + pixels.length);
      numbered.set(pack(sequence++));
      numbered.set(pixels, 4);
      file.push(makeChunk("fdAT", numbered));
    }
  }
  return [...file, makeChunk("IEND", new Uint8Array(0))];
}
