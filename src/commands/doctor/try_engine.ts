import { join } from "node:path";
import type { LibraryTrial } from "../../engine/library/try_library.ts";
import { PROJECT_ROOT } from "../places.ts";

/** [[1, 2], [3, 4]] times [[5, 6], [7, 8]]. */
const PRODUCT = [19, 22, 43, 50];
/** A cold disk reads 700 MB; longer than this is no answer. */
const LIMIT_MS = 20_000;

/**
 * Loads libtensorflow in a process of its own, and lets it multiply.
 *
 * @param path The library.
 * @param environment Variables that the process gets besides this one's.
 * @returns What the library said of itself.
 * @throws {Error} When it cannot be loaded or computes wrongly, with the reason.
 */
export async function tryEngine(
  path: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<LibraryTrial> {
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
      new URL("../../engine/library/try_library.ts", import.meta.url).href,
      path,
    ],
    env: { TF_CPP_MIN_LOG_LEVEL: "3", NO_COLOR: "1", ...environment },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    signal: AbortSignal.timeout(LIMIT_MS),
  }).output();
  if (!success) {
    const ending = signal === null ? `ended with code ${code}` : `was killed by ${signal}`;
    throw new Error(findReason(stderr) ?? `Cannot load "${path}": the process ${ending}`);
  }
  const trial: LibraryTrial = JSON.parse(new TextDecoder().decode(stdout));
  if (trial.product.join() !== PRODUCT.join()) {
    throw new Error(
      `Cannot use "${path}": it multiplies matrices to [${trial.product}], which are [${PRODUCT}]`,
    );
  }
  return trial;
}

/** The message of the error that ended a Deno process. */
function findReason(stderr: Uint8Array): string | undefined {
  return /^error: Uncaught (?:\(in promise\) )?\w*: (.*)$/m.exec(new TextDecoder().decode(stderr))
    ?.[1];
}
