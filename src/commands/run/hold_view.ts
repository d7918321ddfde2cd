import { digestData, type KeyHold, type Store } from "../../../pipeline/mod.ts";

/** How often a view is asked for that another runner publishes. */
const WAIT_MS = 100;

/**
 * Takes a view for this runner, so that no two write its files at once; waits while another does.
 *
 * @param store The store, whose locks end with their process.
 * @param viewName The view.
 * @param signal Ends the waiting.
 * @returns The hold; null if the signal came first.
 */
export async function holdView(
  store: Pick<Store, "tryHold">,
  viewName: string,
  signal: AbortSignal,
): Promise<KeyHold | null> {
  // Locks are named like keys.
  const name = digestData(`view ${viewName}`);
  for (;;) {
    const hold = signal.aborted ? null : await store.tryHold(name);
    if (hold !== null || signal.aborted) return hold;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}
