import { createHash } from "node:crypto";
import { DENO_FILE_SYSTEM } from "./store/deno_file_system.ts";
import type { FileSystem } from "./store/file_system.ts";

/** Least at which reading keeps up with hashing (1.5 GB/s): 16 KiB .15, 64 KiB 1.0, 256 KiB 1.3, 1 MiB 1.5, 4 MiB .8 GB/s. */
const CHUNK_BYTES = 1 << 18;

/** Chunks that no file is being read into; most files are far smaller than one. */
const idleChunks: Uint8Array<ArrayBuffer>[] = [];

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
 * Hashes a file with SHA-256 in chunks of 256 KiB, so that its size does not matter to memory.
 *
 * @param path The file.
 * @param options `copyTo` names a file that gets the same bytes, in the same pass, and replaces one of that name.
 * @returns Its digest and its size as read.
 * @throws {Deno.errors.NotFound} If there is no such file.
 */
export async function digestFile(
  path: string,
  options: { readonly copyTo?: string; readonly fileSystem?: FileSystem } = {},
): Promise<FileDigest> {
  const { copyTo, fileSystem = DENO_FILE_SYSTEM } = options;
  const hash = createHash("sha256");
  const chunk = idleChunks.pop() ?? new Uint8Array(CHUNK_BYTES);
  let sizeBytes = 0;
  try {
    using file = await fileSystem.open(path, "read");
    using copy = copyTo === undefined ? null : await replaceFile(copyTo, fileSystem);
    for (let count = await file.read(chunk); count !== null; count = await file.read(chunk)) {
      const bytes = chunk.subarray(0, count);
      hash.update(bytes);
      for (let at = 0; copy !== null && at < count;) at += await copy.write(bytes.subarray(at));
      sizeBytes += count;
    }
  } finally {
    idleChunks.push(chunk);
  }
  return { digest: hash.digest("hex"), sizeBytes };
}

async function replaceFile(path: string, fileSystem: FileSystem) {
  if (fileSystem.find(path) !== null) await fileSystem.remove(path);
  return await fileSystem.open(path, "create");
}
