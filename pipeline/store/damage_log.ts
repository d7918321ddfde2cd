import type { DurableFiles } from "./durable_files.ts";

/** Damaged files of a store: what was told of them, and which wait to be moved out of the way. */
export class DamageLog {
  readonly #waiting: string[] = [];
  readonly #notes: string[] = [];

  /** Whether a file waits to be moved. */
  get isPending(): boolean {
    return this.#waiting.length > 0;
  }

  /** Notes a damaged file. It is found by those who cannot wait for it to be moved. */
  readonly note = (path: string, reason: string): void => {
    this.#waiting.push(path);
    this.#notes.push(
      `Cannot use "${path}": ${reason}. It is moved to "quarantine", and what it told is computed again`,
    );
  };

  /** Moves damaged files out of the way. In a store that cannot be written they stay, and count as gone. */
  async clear(files: DurableFiles): Promise<void> {
    for (const path of this.#waiting.splice(0)) await files.quarantine(path).catch(() => {});
  }

  /** What was noted since the last time. */
  takeNotes(): string[] {
    return this.#notes.splice(0);
  }
}
