import {
  makeProgressState,
  type ProgressState,
  updateProgress,
} from "../progress/progress_state.ts";
import type { JournalEnd, JournalEntry, JournalHead } from "./journal_entry.ts";

/** Lines of the log that are remembered. */
const MOST_LOG = 200;

/** What a stage told of itself at one moment. */
export interface ToldValues {
  /** How far it was. */
  readonly done: number;
  readonly values: Readonly<Record<string, number>>;
}

/** What a journal tells of its newest run. It is changed in place. */
export interface JournalState {
  readonly head: JournalHead;
  readonly startedAt: number;
  readonly progress: ProgressState;
  /** Keys of the stages that have a result. */
  readonly keys: Map<string, string>;
  /** The numbers that stages told, over all runs that the journal goes back to. */
  readonly series: Map<string, ToldValues[]>;
  /** How far a stage was at its newest preview. */
  readonly previews: Map<string, number>;
  readonly log: { readonly at: number; readonly message: string }[];
  /** When the last entry was made. */
  lastAt: number;
  /** Null while the run goes on, or after its runner was killed. */
  end: JournalEnd | null;
}

/**
 * Takes a line of a journal into what is known.
 *
 * @param state What is known; null before the first line.
 * @param entry The line.
 * @returns What is known now; null before a run was opened.
 */
export function updateJournal(
  state: JournalState | null,
  entry: JournalEntry,
): JournalState | null {
  if (entry.type === "opened") return openRun(state, entry);
  if (state === null) return null;
  state.lastAt = entry.at;
  switch (entry.type) {
    case "closed":
      state.end = entry;
      return state;
    case "preview":
      state.previews.set(entry.id, entry.done);
      return state;
    case "log":
      addToLog(state, entry.at, entry.message);
      break;
    case "stage-progress": {
      const { done, values } = entry.progress;
      if (values !== undefined) addValues(state, entry.id, { done, values });
      break;
    }
    case "stage-finished":
      if (entry.key !== null) state.keys.set(entry.id, entry.key);
      if (entry.status === "failed") addToLog(state, entry.at, entry.reason);
      break;
  }
  updateProgress(state.progress, entry, entry.at);
  return state;
}

function openRun(before: JournalState | null, entry: JournalHead & { at: number }): JournalState {
  const progress = makeProgressState();
  updateProgress(progress, { type: "planned", stages: entry.stages }, entry.at);
  const cached = entry.stages.flatMap(({ id, key, status }) =>
    status === "cached" && key !== null ? [[id, key] as const] : []
  );
  const isSame = before !== null &&
    JSON.stringify(before.head.about) === JSON.stringify(entry.about);
  const kept = isSame ? before : null;
  return {
    head: entry,
    startedAt: entry.at,
    progress,
    keys: new Map(cached),
    series: kept?.series ?? new Map(),
    previews: kept?.previews ?? new Map(),
    log: kept?.log ?? [],
    lastAt: entry.at,
    end: null,
  };
}

/** A resumed stage goes back to its checkpoint: what it told beyond that is told again. */
function addValues({ series }: JournalState, id: string, told: ToldValues): void {
  const list = series.get(id) ?? [];
  while (list.length > 0 && list[list.length - 1].done >= told.done) list.pop();
  list.push(told);
  series.set(id, list);
}

function addToLog({ log }: JournalState, at: number, message: string): void {
  log.push({ at, message });
  if (log.length > MOST_LOG) log.splice(0, log.length - MOST_LOG);
}
