import { gunzip } from "node:zlib";
import { promisify } from "node:util";

const GZIP_MAGIC = [0x1f, 0x8b];

/**
 * Unpacks a gzip file, of one member or several; other bytes are given back as they are.
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
  try {
    return new Uint8Array(await promisify(gunzip)(bytes));
  } catch (cause) {
    throw new SyntaxError(`Cannot unpack a gzip file: ${(cause as Error).message}`, { cause });
  }
}
