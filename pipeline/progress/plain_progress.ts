import { formatSeconds } from "./format_seconds.ts";
import type { ProgressWriter } from "./progress_writer.ts";

/**
 * One line an event that matters, for logs and pipes.
 *
 * @param write Takes a line with its end.
 */
export function makePlainProgress(write: (text: string) => void): ProgressWriter {
  return {
    onEvent: (event) => {
      if (event.type === "log") write(`${event.message}\n`);
      if (event.type === "stage-started") write(`run     ${event.id} (${event.reason})\n`);
      if (event.type === "stage-finished" && event.status !== "cached") {
        const detail = event.status === "done" ? "" : `: ${event.reason}`;
        write(`${event.status.padEnd(8)}${event.id} ${formatSeconds(event.elapsedMs)}${detail}\n`);
      }
    },
    close: () => {},
  };
}
