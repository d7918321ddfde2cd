/**
 * What surrounds the program is at fault and not the work: a folder that cannot be written, a disk
 * that is full. A command ends with exit code 3 on it.
 */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "no space left on the device",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "a folder has its name",
  EIO: "the device has an input/output error",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EXDEV: "its folders are on two file systems, between which no file can be renamed",
};

/**
 * Says why the environment is at fault.
 *
 * @param error Anything thrown.
 * @returns The reason in words, or null if the environment is not at fault.
 */
export function explainEnvironment(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (error instanceof Deno.errors.NotCapable) return "Deno was not given the permission";
  return REASONS[code] ?? null;
}

/**
 * Does something to the file system, and turns a fault of the environment into an
 * {@linkcode EnvironmentError}.
 *
 * @param action What is done to what, such as `write "results"`.
 * @param effect Does it.
 * @returns What the effect returns.
 * @throws {EnvironmentError} If the environment is at fault; other errors pass through.
 */
export async function withEnvironment<T>(action: string, effect: () => Promise<T>): Promise<T> {
  try {
    return await effect();
  } catch (error) {
    const reason = explainEnvironment(error);
    if (reason === null) throw error;
    throw new EnvironmentError(`Cannot ${action}: ${reason}`, { cause: error });
  }
}
