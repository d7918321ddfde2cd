import { ArchiveError } from "./archive_error.ts";
import { ByteReader } from "./byte_reader.ts";
import { BLOCK_BYTES, parseTarHeader, type TarHeader } from "./tar_header.ts";

/** A chunk of so many bytes unpacks to 17 MB at most, which bounds memory. */
const CHUNK_BYTES = 1 << 14;
/** What is read of a member at once. */
const PIECE_BYTES = 1 << 16;

/** A member, whose bytes are to be read, all or none, before the next one is asked for. */
export interface ArchiveMember extends TarHeader {
  /** Its bytes, piece by piece. */
  read(): AsyncIterable<Uint8Array>;
}

/**
 * Reads a `.tar.gz` that {@linkcode writeArchive} wrote, in one pass and with bounded memory. It writes nothing. Bytes that
 * are not asked for are skipped.
 *
 * @param path The archive.
 * @returns Its members in order.
 * @throws {ArchiveError} If it is torn or damaged, something follows its end, or it holds anything but regular files.
 */
export async function* readArchive(path: string): AsyncGenerator<ArchiveMember> {
  using file = await Deno.open(path);
  const reader = new ByteReader(decompress(file));
  try {
    for (;;) {
      const header = parseTarHeader(await reader.readExactly(BLOCK_BYTES));
      if (header === null) break;
      const pieces = readPieces(reader, header.sizeBytes);
      yield { ...header, read: () => pieces };
      for await (const _ of pieces);
      const padding = (BLOCK_BYTES - header.sizeBytes % BLOCK_BYTES) % BLOCK_BYTES;
      if ((await reader.readExactly(padding)).some((byte) => byte !== 0)) {
        throw new ArchiveError(`something stands behind its member "${header.name}"`);
      }
    }
    const end = await reader.readExactly(BLOCK_BYTES);
    if (end.some((byte) => byte !== 0) || await reader.read(1) !== null) {
      throw new ArchiveError("something stands behind its end");
    }
  } finally {
    await reader.close();
  }
}

async function* readPieces(reader: ByteReader, sizeBytes: number): AsyncGenerator<Uint8Array> {
  for (let left = sizeBytes; left > 0;) {
    const piece = await reader.read(Math.min(left, PIECE_BYTES));
    if (piece === null) throw new ArchiveError("it ends in the middle");
    left -= piece.length;
    yield piece;
  }
}

/** What a gzip stream holds; its checksum is compared, and one stream is all that the file may be. */
async function* decompress(file: Deno.FsFile): AsyncGenerator<Uint8Array> {
  const stream = ReadableStream.from(readChunks(file))
    .pipeThrough(new DecompressionStream("gzip"));
  try {
    for await (const chunk of stream) yield chunk;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new ArchiveError(
      "it is no gzip stream, is cut off or damaged, or something stands behind its end",
      { cause },
    );
  }
}

async function* readChunks(file: Deno.FsFile): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (;;) {
    const chunk = new Uint8Array(CHUNK_BYTES);
    const count = await file.read(chunk);
    if (count === null) return;
    yield chunk.subarray(0, count);
  }
}
