/** Seconds between checkpoints unless more are needed or the environment says otherwise: a kill loses at most that much. */
const DEFAULT_INTERVAL_SECONDS = 10;

/** Saving takes at most this share of a training, however long its history has grown. */
const MOST_SHARE = 0.02;

/**
 * Chooses how long to wait between the end of one checkpoint and the next.
 *
 * @param environment `ASSAY_CHECKPOINT_SECONDS`: so many seconds, whatever saving takes.
 * @param savingMs How long the last one took to save, milliseconds; 0 before the first.
 * @returns Milliseconds.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { chooseCheckpointWait } from "./choose_checkpoint_wait.ts";
 *
 * assertEquals(chooseCheckpointWait({}, 20), 10_000);
 * assertEquals(chooseCheckpointWait({}, 600), 30_000);
 * assertEquals(chooseCheckpointWait({ ASSAY_CHECKPOINT_SECONDS: "1" }, 600), 1_000);
 * ```
 */
export function chooseCheckpointWait(
  environment: Readonly<Record<string, string>>,
  savingMs: number,
): number {
  const { ASSAY_CHECKPOINT_SECONDS } = environment;
  if (ASSAY_CHECKPOINT_SECONDS !== undefined) return 1000 * Number(ASSAY_CHECKPOINT_SECONDS);
  return Math.max(1000 * DEFAULT_INTERVAL_SECONDS, savingMs / MOST_SHARE);
}
