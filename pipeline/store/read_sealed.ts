import { EnvironmentError } from "../environment_error.ts";
import type { FileSystem } from "./file_system.ts";
import { SealError } from "./sealed_json.ts";

/**
 * Reads a small file of a store.
 *
 * @param path The file.
 * @param options `parse` makes something of its text, or throws a {@linkcode SealError}; `onDamage` hears of a file that
 * does not parse, and of what is no file, such as a symbolic link.
 * @returns What `parse` gave; null if there is no file, or it is damaged.
 * @throws {EnvironmentError} If it is there and cannot be read.
 */
export function readSealed<T>(
  fs: FileSystem,
  path: string,
  { parse, onDamage }: {
    readonly parse: (text: string) => T;
    readonly onDamage: (path: string, reason: string) => void;
  },
): T | null {
  const text = readText(fs, path, onDamage);
  if (text === null) return null;
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    onDamage(path, error.message);
    return null;
  }
}

function readText(
  fs: FileSystem,
  path: string,
  onDamage: (path: string, reason: string) => void,
): string | null {
  try {
    const found = fs.find(path);
    if (found === null || found.isFile) return found === null ? null : fs.readText(path);
    onDamage(path, "it is a symbolic link or a folder");
    return null;
  } catch (error) {
    throw new EnvironmentError(`Cannot read "${path}": ${(error as Error).message}`, {
      cause: error,
    });
  }
}
