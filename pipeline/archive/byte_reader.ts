import { ArchiveError } from "./archive_error.ts";

/** Reads a stream of chunks in pieces of the sizes that a format has. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  /** @param chunks The stream. */
  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Some bytes, at least one and at most so many; null at the end. */
  async read(most: number): Promise<Uint8Array | null> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) return null;
      this.#rest = value;
    }
    const bytes = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(bytes.length);
    return bytes;
  }

  /**
   * So many bytes.
   *
   * @throws {ArchiveError} If the stream ends before.
   */
  async readExactly(count: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(count);
    for (let at = 0; at < count;) {
      const some = await this.read(count - at);
      if (some === null) throw new ArchiveError("it ends in the middle");
      bytes.set(some, at);
      at += some.length;
    }
    return bytes;
  }

  /** Ends the stream, read to its end or not. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
