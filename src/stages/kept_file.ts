import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";

const DIGEST_BYTES = 32;

/**
 * A file that is replaced again and again, with the SHA-256 of its bytes behind them. The version before the last is kept
 * beside it, for the case that the last one is damaged.
 */
export class KeptFile {
  readonly #path: string;
  readonly #onDamage: (message: string) => void;

  /**
   * @param path Where the last version is, or will be; the one before it has `.previous` added.
   * @param onDamage Hears of a version that is not as it was written.
   */
  constructor(path: string, onDamage: (message: string) => void) {
    this.#path = path;
    this.#onDamage = onDamage;
  }

  /** Reads the newest version that is as it was written; null if there is none. */
  async read(): Promise<Uint8Array | null> {
    for (const path of [this.#path, this.#previous]) {
      const bytes = await readOrNull(path);
      if (bytes === null) continue;
      const content = bytes.subarray(0, -DIGEST_BYTES);
      const wanted = digestBytes(content);
      if (wanted.every((byte, at) => byte === bytes[content.length + at])) return content;
      this.#onDamage(`Cannot use the checkpoint "${path}": it is torn. It is passed over`);
      await Deno.remove(path);
    }
    return null;
  }

  /** Writes a version, durably. */
  async write(bytes: Uint8Array): Promise<void> {
    const folder = dirname(this.#path);
    // Another attempt at the same work may have ended, and taken the folder with it.
    await Deno.mkdir(folder, { recursive: true });
    await this.#removeDrafts(folder);
    // The process of a runner that was killed may write for a moment yet.
    const draft = `${this.#path}.${crypto.randomUUID()}.new`;
    {
      using file = await Deno.create(draft);
      for (const part of [bytes, digestBytes(bytes)]) {
        for (let at = 0; at < part.length;) at += await file.write(part.subarray(at));
      }
      await file.syncData();
    }
    await Deno.rename(this.#path, this.#previous).catch(ignoreMissing);
    await Deno.rename(draft, this.#path);
  }

  get #previous(): string {
    return `${this.#path}.previous`;
  }

  /** Drafts that a kill has left. */
  async #removeDrafts(folder: string): Promise<void> {
    for await (const { name } of Deno.readDir(folder)) {
      const isDraft = name.startsWith(`${basename(this.#path)}.`) && name.endsWith(".new");
      if (isDraft) await Deno.remove(join(folder, name)).catch(ignoreMissing);
    }
  }
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  return await Deno.readFile(path).catch(ignoreMissing) ?? null;
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}

function digestBytes(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}
