/**
 * The journal of a run, through which other processes follow it.
 *
 * @module
 */
export { findPhase } from "./find_phase.ts";
export { JournalFollower } from "./journal_follower.ts";
export { JOURNAL_FOLDER, type JournalEnd, namePreview } from "./journal_entry.ts";
export type { JournalState, ToldValues } from "./journal_state.ts";
export { readJournal } from "./read_journal.ts";
export { RunJournal } from "./run_journal.ts";
