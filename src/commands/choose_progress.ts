import {
  makePlainProgress,
  makeTerminalProgress,
  type ProgressWriter,
} from "../../pipeline/mod.ts";
import { countColumns } from "./count_columns.ts";
import { makeWriter } from "./make_writer.ts";
import type { CommandOptions } from "./options.ts";

/**
 * Chooses how a run is shown on stderr: drawn in place on a terminal, in lines elsewhere, not at all with `--quiet`.
 *
 * @param options The command line.
 * @param onClosed Called when stderr is found closed.
 */
export function chooseProgress(
  options: Pick<CommandOptions, "quiet" | "progress">,
  onClosed: () => void,
): ProgressWriter {
  if (options.quiet) return { onEvent: () => {}, close: () => {} };
  const write = makeWriter(Deno.stderr, onClosed);
  const isTerminal = Deno.stderr.isTerminal() && options.progress && !Deno.env.has("CI");
  return isTerminal ? makeTerminalProgress(write, countColumns) : makePlainProgress(write);
}
