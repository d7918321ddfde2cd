import type { RunEvent } from "../events.ts";

/** Shows the events of a run. */
export interface ProgressWriter {
  readonly onEvent: (event: RunEvent) => void;
  /** Leaves the cursor below what was shown. */
  close(): void;
}
