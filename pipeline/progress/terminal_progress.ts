import { formatProgress } from "./format_progress.ts";
import { makeProgressState, updateProgress } from "./progress_state.ts";
import type { ProgressWriter } from "./progress_writer.ts";

const REDRAW_MS = 100;
/** Times go on while a stage tells nothing. */
const TICK_MS = 1_000;

/**
 * A display that is drawn anew in place, for a terminal. Each line is written over the one before, so that nothing flickers.
 *
 * @param write Takes text with control sequences.
 * @param columns Tells the terminal's width.
 */
export function makeTerminalProgress(
  write: (text: string) => void,
  columns: () => number,
): ProgressWriter {
  const state = makeProgressState();
  let drawnLines = 0;
  let drawnAt = -Infinity;
  function draw(above = ""): void {
    const up = drawnLines > 0 ? `\x1b[${drawnLines}A` : "";
    const lines = formatProgress(state, performance.now(), columns());
    // What stands above is of any width, and pushes the display down.
    const clear = above === "" ? "" : `\x1b[J${above}`;
    write(`${up}${clear}${lines.map((line) => `${line}\x1b[K\n`).join("")}\x1b[J`);
    drawnLines = lines.length;
    drawnAt = performance.now();
  }
  const ticker = setInterval(() => {
    if (state.running.size > 0 && performance.now() - drawnAt >= TICK_MS) draw();
  }, TICK_MS / 4);
  Deno.unrefTimer(ticker);
  return {
    onEvent: (event) => {
      updateProgress(state, event, performance.now());
      if (event.type === "log") return draw(`${event.message}\n`);
      if (event.type === "stage-finished" && event.status === "failed") {
        return draw(`${event.reason}\n`);
      }
      if (performance.now() - drawnAt >= REDRAW_MS) draw();
    },
    close: () => {
      clearInterval(ticker);
      draw();
    },
  };
}
