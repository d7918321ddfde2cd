import { join } from "node:path";
import { PROJECT_ROOT } from "../places.ts";

/** [[1, 2], [3, 4]] times [[5, 6], [7, 8]]. */
const PRODUCT = [19, 22, 43, 50];
/** A cold disk reads 700 MB; longer than this is no answer. */
const LIMIT_MS = 20_000;

/** What an engine is tried with. */
export interface Trial {
  /** Name of the engine, or path of its library, for error texts. */
  readonly subject: string;
  /** Module that multiplies two matrices and prints the product, and more, as JSON. */
  readonly script: URL;
  readonly args: readonly string[];
  /** Whether it loads native code. */
  readonly isNative: boolean;
  /** Variables that the process gets besides this one's. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Lets an engine multiply in a process of its own.
 *
 * @param trial What to run.
 * @returns What it printed.
 * @throws {Error} When the engine does not open or computes wrongly, with the reason.
 */
export async function runTrial<Result extends { readonly product: readonly number[] }>(
  { subject, script, args, isNative, environment }: Trial,
): Promise<Result> {
  const { success, code, signal, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--cached-only",
      "--no-prompt",
      `--config=${join(PROJECT_ROOT, "deno.json")}`,
      ...(isNative ? ["--allow-ffi"] : []),
      "--allow-env",
      "--allow-read",
      "--allow-sys",
      script.href,
      ...args,
    ],
    env: { NO_COLOR: "1", ...environment },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    signal: AbortSignal.timeout(LIMIT_MS),
  }).output();
  if (!success) {
    const ending = signal === null ? `ended with code ${code}` : `was killed by ${signal}`;
    throw new Error(findReason(stderr) ?? `Cannot load "${subject}": the process ${ending}`);
  }
  const result: Result = JSON.parse(new TextDecoder().decode(stdout));
  if (result.product.join() !== PRODUCT.join()) {
    throw new Error(
      `Cannot use "${subject}": it multiplies matrices to [${result.product}], which are [${PRODUCT}]`,
    );
  }
  return result;
}

/** The message of the error that ended a Deno process. */
function findReason(stderr: Uint8Array): string | undefined {
  return /^error: Uncaught (?:\(in promise\) )?\w*: (.*)$/m.exec(new TextDecoder().decode(stderr))
    ?.[1];
}
