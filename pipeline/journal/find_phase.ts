import { findOwner } from "../store/owner.ts";
import type { JournalState } from "./journal_state.ts";

/** A runner of another machine cannot be asked; one that tells nothing for so long counts as gone. */
const SILENCE_MS = 10 * 60_000;

/**
 * Where a run stands: `running`, as it ended, or `gone` when its runner was killed.
 *
 * @param state What its journal tells.
 */
export function findPhase(
  { end, head, lastAt }: JournalState,
): "running" | "gone" | "complete" | "incomplete" | "stopped" {
  if (end !== null) return end.outcome;
  const owner = findOwner(head.owner);
  if (owner === "elsewhere") return Date.now() - lastAt < SILENCE_MS ? "running" : "gone";
  return owner === "alive" ? "running" : "gone";
}
