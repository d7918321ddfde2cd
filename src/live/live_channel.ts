/** A part of a watched page, as it was at a revision of the page. */
export interface LivePart {
  readonly name: string;
  readonly revision: number;
  readonly text: string;
}

/**
 * The parts of one watched page, and those who wait for them to change. Each viewer takes what changed since the revision
 * that it has, so that a slow one skips what is no longer so.
 */
export class LiveChannel {
  /** Tells revisions of this channel from those of another process. */
  readonly origin: string = crypto.randomUUID().slice(0, 8);
  readonly #parts = new Map<string, LivePart>();
  readonly #waiting = new Set<() => void>();
  #revision = 0;

  /** How often a part has changed. */
  get revision(): number {
    return this.#revision;
  }

  /** Text of a part; none if it was never set. */
  get(name: string): string {
    return this.#parts.get(name)?.text ?? "";
  }

  /** Sets a part, and wakes those who wait if it is another text than before. */
  set(name: string, text: string): void {
    if (this.get(name) === text && this.#parts.has(name)) return;
    this.#parts.set(name, { name, text, revision: ++this.#revision });
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** The parts that changed after a revision, oldest first. */
  listSince(revision: number): LivePart[] {
    return [...this.#parts.values()].filter((part) => part.revision > revision)
      .sort((one, other) => one.revision - other.revision);
  }

  /** Waits for a part to change after a revision, or for a signal. */
  async waitAfter(revision: number, signal: AbortSignal): Promise<void> {
    if (this.#revision > revision || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener("abort", wake);
    });
  }
}
