const DEFAULT_COLUMNS = 80;
/** Logs and pipes have no width. */
const UNLIMITED_COLUMNS = 200;

/** Width of the terminal that stderr is shown in. */
export function countColumns(): number {
  if (!Deno.stderr.isTerminal()) return UNLIMITED_COLUMNS;
  try {
    return Deno.consoleSize().columns;
  } catch {
    // The terminal is gone.
    return DEFAULT_COLUMNS;
  }
}
