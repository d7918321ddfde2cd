import { join } from "node:path";
import { JOURNAL_FILE, type JournalEntry } from "./journal_entry.ts";
import { type JournalState, updateJournal } from "./journal_state.ts";

const NEWLINE = 10;
/** So many first bytes tell a journal from others, as they name its first run. */
const MARK_BYTES = 100;

/** Reads a journal on while it is written. */
export class JournalFollower {
  readonly #path: string;
  #state: JournalState | null = null;
  #offset = 0;
  #mark = "";

  /** @param folder Folder of the journal. */
  constructor(folder: string) {
    this.#path = join(folder, JOURNAL_FILE);
  }

  /** What was read so far; null if there is no journal. */
  get state(): JournalState | null {
    return this.#state;
  }

  /**
   * Reads what was written since.
   *
   * @returns Whether anything was.
   */
  poll(): boolean {
    let file: Deno.FsFile;
    try {
      file = Deno.openSync(this.#path);
    } catch {
      const hadState = this.#state !== null;
      this.#restart("");
      return hadState;
    }
    try {
      const { size } = file.statSync();
      const mark = new TextDecoder().decode(readFrom(file, 0, Math.min(size, MARK_BYTES)));
      if (!mark.startsWith(this.#mark) || this.#mark === "") this.#restart(mark);
      // Those bytes may not have been written yet.
      this.#mark = mark;
      if (size === this.#offset) return false;
      const bytes = readFrom(file, this.#offset, size - this.#offset);
      const end = bytes.lastIndexOf(NEWLINE) + 1;
      this.#offset += end;
      const text = new TextDecoder().decode(bytes.subarray(0, end));
      for (const line of text.split("\n")) this.#take(line);
      return end > 0;
    } finally {
      file.close();
    }
  }

  #restart(mark: string): void {
    [this.#state, this.#offset, this.#mark] = [null, 0, mark];
  }

  #take(line: string): void {
    if (line === "") return;
    try {
      this.#state = updateJournal(this.#state, JSON.parse(line) as JournalEntry);
    } catch {
      // The line of a runner that was killed while it wrote.
    }
  }
}

function readFrom(file: Deno.FsFile, offset: number, count: number): Uint8Array {
  file.seekSync(offset, Deno.SeekMode.Start);
  const bytes = new Uint8Array(count);
  let filled = 0;
  while (filled < count) {
    const read = file.readSync(bytes.subarray(filled));
    if (read === null) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}
