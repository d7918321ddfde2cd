import type { LibraryTrial } from "../../engine/library/try_library.ts";
import { runTrial } from "./run_trial.ts";

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
  return await runTrial<LibraryTrial>({
    subject: path,
    script: new URL("../../engine/library/try_library.ts", import.meta.url),
    args: [path],
    isNative: true,
    environment: { TF_CPP_MIN_LOG_LEVEL: "3", ...environment },
  });
}
