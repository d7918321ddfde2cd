const GZIP_MAGIC = [0x1f, 0x8b];

/**
 * Unpacks a gzip file; other bytes are given back as they are.
 *
 * @param bytes A file.
 * @returns Its contents.
 * @throws {SyntaxError} If it begins as a gzip file and is damaged.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { decompress } from "./decompress.ts";
 *
 * const bytes = Uint8Array.of(7, 9);
 * const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
 * assertEquals(await decompress(await new Response(packed).bytes()), bytes);
 * assertEquals(await decompress(bytes), bytes);
 * ```
 *
 * Source: RFC 1952.
 */
export async function decompress(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (GZIP_MAGIC.some((byte, index) => bytes[index] !== byte)) return bytes;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  try {
    return await new Response(unpacked).bytes();
  } catch (cause) {
    throw new SyntaxError(`Cannot unpack a gzip file: ${(cause as Error).message}`, { cause });
  }
}
