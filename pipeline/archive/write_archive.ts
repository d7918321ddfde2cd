import { createHash } from "node:crypto";
import { ArchiveError } from "./archive_error.ts";
import { BLOCK_BYTES, formatTarHeader } from "./tar_header.ts";

const CHUNK_BYTES = 1 << 16;
/** In a gzip header: which system packed it. */
const SYSTEM_BYTE = 9;
const UNKNOWN_SYSTEM = 255;

/** A file to pack. */
export interface PackMember {
  /** Name in the archive. */
  readonly name: string;
  readonly sizeBytes: number;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  /** Its bytes, or the path of a file that holds them. */
  readonly source: Uint8Array<ArrayBuffer> | string;
}

/**
 * Writes a `.tar.gz`: the same members give the same bytes, whenever and wherever.
 *
 * @param path Where; it is there only once it is whole.
 * @param members Files in the order in which they are written.
 * @returns Size of the archive.
 * @throws {ArchiveError} If a file's bytes are not those that its digest tells: it is damaged.
 */
export async function writeArchive(path: string, members: Iterable<PackMember>): Promise<number> {
  const draft = `${path}.${crypto.randomUUID()}`;
  try {
    using file = await Deno.open(draft, { write: true, createNew: true });
    let sizeBytes = 0;
    const bytes = ReadableStream.from(listBytes(members)).pipeThrough(
      new CompressionStream("gzip"),
    );
    for await (const chunk of bytes) {
      if (sizeBytes <= SYSTEM_BYTE && sizeBytes + chunk.length > SYSTEM_BYTE) {
        chunk[SYSTEM_BYTE - sizeBytes] = UNKNOWN_SYSTEM;
      }
      for (let at = 0; at < chunk.length;) at += await file.write(chunk.subarray(at));
      sizeBytes += chunk.length;
    }
    await file.sync();
    await Deno.rename(draft, path);
    return sizeBytes;
  } catch (error) {
    await Deno.remove(draft).catch(() => {});
    throw error;
  }
}

async function* listBytes(members: Iterable<PackMember>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const { name, sizeBytes, digest, source } of members) {
    yield formatTarHeader({ name, sizeBytes });
    const hash = createHash("sha256");
    let count = 0;
    for await (const chunk of open(source)) {
      hash.update(chunk);
      count += chunk.length;
      yield chunk;
    }
    const found = hash.digest("hex");
    if (found !== digest || count !== sizeBytes) {
      throw new ArchiveError(
        `Cannot pack "${name}": its ${count} bytes have the SHA-256 ${found}, ${digest} is wanted. ` +
          `"deno task verify --repair" computes it again`,
      );
    }
    yield new Uint8Array((BLOCK_BYTES - sizeBytes % BLOCK_BYTES) % BLOCK_BYTES);
  }
  yield new Uint8Array(2 * BLOCK_BYTES);
}

async function* open(
  source: Uint8Array<ArrayBuffer> | string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (typeof source !== "string") return yield source;
  using file = await Deno.open(source);
  for (;;) {
    const chunk = new Uint8Array(CHUNK_BYTES);
    const count = await file.read(chunk);
    if (count === null) return;
    yield chunk.subarray(0, count);
  }
}
