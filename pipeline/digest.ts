import { createHash } from "node:crypto";

const CHUNK_BYTES = 1 << 20;

/** What a file holds, in short. */
export interface FileDigest {
  /** SHA-256, 64 lower-case hex digits. */
  readonly digest: string;
  readonly sizeBytes: number;
}

/**
 * Hashes text (as UTF-8) or bytes with SHA-256.
 *
 * @param data What to hash.
 * @returns 64 lower-case hex digits.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { digestData } from "./digest.ts";
 *
 * assertEquals(digestData("abc").slice(0, 16), "ba7816bf8f01cfea");
 * ```
 *
 * Source: FIPS 180-4.
 */
export function digestData(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/**
 * Hashes a file with SHA-256 in chunks of 1 MiB, so that its size does not matter to memory.
 *
 * @param path The file.
 * @returns Its digest and its size as read.
 * @throws {Deno.errors.NotFound} If there is no such file.
 */
export async function digestFile(path: string): Promise<FileDigest> {
  const hash = createHash("sha256");
  const chunk = new Uint8Array(CHUNK_BYTES);
  let sizeBytes = 0;
  using file = await Deno.open(path);
  for (let count = await file.read(chunk); count !== null; count = await file.read(chunk)) {
    hash.update(chunk.subarray(0, count));
    sizeBytes += count;
  }
  return { digest: hash.digest("hex"), sizeBytes };
}
