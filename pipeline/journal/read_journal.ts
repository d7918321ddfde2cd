import { JournalFollower } from "./journal_follower.ts";
import type { JournalState } from "./journal_state.ts";

/**
 * Reads a journal as it is now.
 *
 * @param folder Folder of the journal.
 * @returns What it tells; null if there is none.
 */
export function readJournal(folder: string): JournalState | null {
  const follower = new JournalFollower(folder);
  follower.poll();
  return follower.state;
}
