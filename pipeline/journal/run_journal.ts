import { dirname, join } from "node:path";
import type { JsonObject } from "../canonical.ts";
import type { RunEvent } from "../events.ts";
import { findOwner, nameOwner } from "../store/owner.ts";
import {
  JOURNAL_FILE,
  type JournalEnd,
  type JournalFact,
  type JournalHead,
  namePreview,
  toJournaledStages,
} from "./journal_entry.ts";
import { readJournal } from "./read_journal.ts";

/** Milliseconds between two entries of a stage's progress. */
const PROGRESS_MS = 500;
/** After so many entries of one stage that time doubles, so that a journal of days stays small. */
const MOST_BEFORE_DOUBLING = 4_000;
/** Longer than the last line of a journal. */
const LAST_BYTES = 120;

/** A stage's progress in the journal. */
interface Told {
  readonly at: number;
  readonly count: number;
}

/**
 * The journal of a run: what it tells, thinned, as lines of JSON that other processes may follow. Each line is written at
 * once, so that it outlives the runner. A journal that cannot be written stops no run.
 */
export class RunJournal {
  readonly #folder: string;
  readonly #told = new Map<string, Told>();
  #file: Deno.FsFile | null;

  private constructor(folder: string, file: Deno.FsFile) {
    this.#folder = folder;
    this.#file = file;
  }

  /**
   * Begins the journal of a run. After a run that did not come to its end, it goes on in the same file, so that what was
   * told of a stage that is resumed is not lost.
   *
   * @param folder Folder of the journal.
   * @param about What those who follow need to know.
   * @param stages The plan.
   * @returns Null if another runner at work writes it, or it cannot be written.
   */
  static open(
    folder: string,
    about: JsonObject,
    stages: Extract<RunEvent, { readonly type: "planned" }>["stages"],
  ): RunJournal | null {
    const path = join(folder, JOURNAL_FILE);
    try {
      const before = readJournal(folder);
      const isOpen = before !== null && before.end === null;
      if (isOpen && findOwner(before.head.owner) === "alive") return null;
      Deno.mkdirSync(folder, { recursive: true });
      // A new file, and not one cut short: those who follow the old one see that.
      if (!isOpen) Deno.removeSync(folder, { recursive: true });
      Deno.mkdirSync(folder, { recursive: true });
      const journal = new RunJournal(folder, Deno.openSync(path, { create: true, append: true }));
      const owner = `${nameOwner()}-`;
      const head: JournalHead = {
        type: "opened",
        schema: 1,
        run: crypto.randomUUID(),
        owner,
        about,
        stages: toJournaledStages(stages),
      };
      // A line that the last runner could not end stays by itself.
      journal.#write(head, isOpen ? "\n" : "");
      return journal;
    } catch {
      return null;
    }
  }

  /** Whether the journal of a folder has not come to its end; told from its last line. */
  static isOpen(folder: string): boolean {
    try {
      using file = Deno.openSync(join(folder, JOURNAL_FILE));
      const end = new Uint8Array(LAST_BYTES);
      file.seekSync(-Math.min(LAST_BYTES, file.statSync().size), Deno.SeekMode.End);
      return !new TextDecoder().decode(end.subarray(0, file.readSync(end) ?? 0))
        .includes('"type":"closed"');
    } catch {
      return false;
    }
  }

  /** Takes an event in. */
  note(event: RunEvent): void {
    if (event.type === "planned") return;
    if (event.type !== "stage-progress") return this.#write(event);
    const { id, progress: { preview, ...progress } } = event;
    if (preview !== undefined) this.#keepPreview(id, preview, progress.done);
    const told = this.#told.get(id) ?? { at: -Infinity, count: 0 };
    const now = Date.now();
    const waitMs = PROGRESS_MS * 2 ** Math.floor(told.count / MOST_BEFORE_DOUBLING);
    if (now - told.at < waitMs && progress.done < progress.total) return;
    this.#told.set(id, { at: now, count: told.count + 1 });
    this.#write({ type: "stage-progress", id, progress });
  }

  /** Ends the journal. Pictures go once a report shows what became of them. */
  close(outcome: JournalEnd["outcome"], isPublished: boolean): void {
    this.#write({ type: "closed", outcome, isPublished });
    this.#file?.close();
    this.#file = null;
    if (outcome !== "complete" || !isPublished) return;
    try {
      for (const { name } of Deno.readDirSync(this.#folder)) {
        if (name !== JOURNAL_FILE) Deno.removeSync(join(this.#folder, name), { recursive: true });
      }
    } catch {
      // They are in nobody's way.
    }
  }

  #write(entry: JournalFact, before = ""): void {
    if (this.#file === null) return;
    const bytes = new TextEncoder().encode(
      `${before}${JSON.stringify({ at: Date.now(), ...entry })}\n`,
    );
    try {
      for (let at = 0; at < bytes.length;) at += this.#file.writeSync(bytes.subarray(at));
    } catch {
      this.#file.close();
      this.#file = null;
    }
  }

  #keepPreview(id: string, preview: string, done: number): void {
    const path = join(this.#folder, namePreview(id));
    try {
      Deno.mkdirSync(dirname(path), { recursive: true });
      Deno.writeFileSync(`${path}.new`, decodeBase64(preview));
      Deno.renameSync(`${path}.new`, path);
      this.#write({ type: "preview", id, done });
    } catch {
      // A preview less.
    }
  }
}

function decodeBase64(text: string): Uint8Array {
  return (Uint8Array as typeof Uint8Array & { fromBase64(text: string): Uint8Array })
    .fromBase64(text);
}
