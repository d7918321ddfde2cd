import { EnvironmentError } from "../environment_error.ts";

/**
 * Reads a small text file, without a promise: 9 us in place of 47 us, which a plan of thousands of stages notices.
 *
 * @param path The file.
 * @returns Its text, or null if there is none.
 * @throws {EnvironmentError} If it is there and cannot be read.
 */
export function readText(path: string): string | null {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw new EnvironmentError(`Cannot read "${path}": ${(error as Error).message}`, {
      cause: error,
    });
  }
}
