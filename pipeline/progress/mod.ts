/**
 * How a run is followed while it goes on.
 *
 * @module
 */
export { estimateLeft, measurePace, type StagePace } from "./estimate_left.ts";
export { formatProgress } from "./format_progress.ts";
export { formatSeconds } from "./format_seconds.ts";
export { makePlainProgress } from "./plain_progress.ts";
export {
  type FollowedStage,
  makeProgressState,
  type ProgressEvent,
  type ProgressState,
  updateProgress,
} from "./progress_state.ts";
export type { ProgressWriter } from "./progress_writer.ts";
export { makeTerminalProgress } from "./terminal_progress.ts";
