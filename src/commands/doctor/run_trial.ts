import { join } from "node:path";
import { PROJECT_ROOT } from "../places.ts";

/** [[1, 2], [3, 4]] times [[5, 6], [7, 8]]. */
const PRODUCT = [19, 22, 43, 50];
/** A cold disk reads 700 MB; longer than this is no answer. */
const LIMIT_MS = 20_000;

/** What an engine's entry point printed on stdout as JSON, and the lines of its log. */
export interface TrialResult<Trial> {
  readonly trial: Trial;
  readonly log: string;
}

/**
 * Runs an entry point that multiplies two matrices by an engine, in a process of its own, since native code that is broken
 * can take its process down.
 *
 * @param name What is tried, as in `Cannot load "<name>"`.
 * @param command The module's URL, its arguments and variables.
 * @returns What it printed.
 * @throws {Error} When it fails, or multiplies wrongly, with the reason.
 */
export async function runTrial<Trial extends { readonly product: readonly number[] }>(
  name: string,
  command: {
    readonly module: string;
    readonly args?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
  },
): Promise<TrialResult<Trial>> {
  const { module, args = [], environment = {} } = command;
  const { success, code, signal, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--cached-only",
      "--no-prompt",
      `--config=${join(PROJECT_ROOT, "deno.json")}`,
      "--allow-ffi",
      "--allow-env",
      "--allow-read",
      "--allow-sys",
      module,
      ...args,
    ],
    env: { NO_COLOR: "1", ...environment },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    signal: AbortSignal.timeout(LIMIT_MS),
  }).output();
  const log = new TextDecoder().decode(stderr);
  if (!success) {
    const ending = signal === null ? `ended with code ${code}` : `was killed by ${signal}`;
    throw new Error(findReason(log) ?? `Cannot load "${name}": its process ${ending}`);
  }
  const trial: Trial = JSON.parse(new TextDecoder().decode(stdout));
  if (trial.product.join() !== PRODUCT.join()) {
    throw new Error(
      `Cannot use "${name}": it multiplies matrices to [${trial.product}], which are [${PRODUCT}]`,
    );
  }
  return { trial, log };
}

/** The message of the error that ended a Deno process. */
function findReason(log: string): string | undefined {
  return /^error: Uncaught (?:\(in promise\) )?\w*: (.*)$/m.exec(log)?.[1];
}
