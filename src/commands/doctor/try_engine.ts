import { join } from "node:path";
import { prepareGpu } from "../../engine/library/prepare_gpu.ts";
import type { LibraryTrial } from "../../engine/library/try_library.ts";
import { runTrial } from "./run_trial.ts";

/** What became of loading the library, and what it complained of. */
export interface EngineTrial extends LibraryTrial {
  /** Warnings and errors that the library printed. */
  readonly complaints: readonly string[];
}

/**
 * Loads libtensorflow in a process of its own, and lets it multiply.
 *
 * @param path The library.
 * @returns What the library said of itself.
 * @throws {Error} When it cannot be loaded or computes wrongly, with the reason.
 */
export async function tryEngine(path: string): Promise<EngineTrial> {
  const { environment } = await prepareGpu(path);
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
    env: { TF_CPP_MIN_LOG_LEVEL: "1", NO_COLOR: "1", ...environment },
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
  return { ...trial, complaints: listComplaints(stderr) };
}

/** What follows `W file:line] ` or `E file:line] ` in TensorFlow's log. */
function listComplaints(stderr: Uint8Array): string[] {
  const lines = new TextDecoder().decode(stderr).matchAll(/^\S+ \S+: [WE] \S+\] (.*)$/gm);
  return [...lines].map(([, message]) => message.trim());
}

/** The message of the error that ended a Deno process. */
function findReason(stderr: Uint8Array): string | undefined {
  return /^error: Uncaught (?:\(in promise\) )?\w*: (.*)$/m.exec(new TextDecoder().decode(stderr))
    ?.[1];
}
