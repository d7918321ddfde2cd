import { explainEnvironment } from "../../pipeline/mod.ts";

/**
 * Says why a file that somebody named cannot be had.
 *
 * @param error Anything thrown.
 * @returns The reason in words, or null if neither a missing file nor the environment is at fault.
 */
export function explainFileError(error: unknown): string | null {
  return error instanceof Deno.errors.NotFound ? error.message : explainEnvironment(error);
}
