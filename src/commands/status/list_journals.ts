import { findPhase, type JournalState, readJournal } from "../../../pipeline/journal/mod.ts";
import { locateJournal } from "../run/journal_run.ts";

/** A run that has left a journal. */
export interface FoundJournal {
  readonly experiment: string;
  readonly state: JournalState;
  readonly phase: ReturnType<typeof findPhase>;
}

/**
 * Lists the journals of a results folder, by the name of the experiment.
 *
 * @param results The results folder.
 */
export function listJournals(results: string): FoundJournal[] {
  const found: FoundJournal[] = [];
  for (const { name, isDirectory } of Deno.readDirSync(results)) {
    if (!isDirectory || name.startsWith(".")) continue;
    const state = readJournal(locateJournal(results, name));
    if (state !== null) found.push({ experiment: name, state, phase: findPhase(state) });
  }
  return found.sort((one, other) => one.experiment < other.experiment ? -1 : 1);
}
