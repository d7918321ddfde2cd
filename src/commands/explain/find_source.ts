import { digestData } from "../../../pipeline/mod.ts";

/** Commits of a file that are looked through. */
const MOST_COMMITS = 200;

/**
 * Finds an earlier text of a source file in the project's git history.
 *
 * @param root The project's folder.
 * @param path Path of the file in the project.
 * @param digest SHA-256 of the text.
 * @returns The text, or null if there is no git, no history, or no such text in it.
 */
export async function findSource(
  root: string,
  path: string,
  digest: string,
): Promise<string | null> {
  const log = await git(root, ["log", `--max-count=${MOST_COMMITS}`, "--format=%H", "--", path]);
  for (const commit of log?.trim().split("\n").filter((line) => line !== "") ?? []) {
    const text = await git(root, ["show", `${commit}:./${path}`]);
    if (text !== null && digestData(text) === digest) return text;
  }
  return null;
}

async function git(root: string, args: readonly string[]): Promise<string | null> {
  try {
    const { success, stdout } = await new Deno.Command("git", {
      args: ["-C", root, ...args],
      stderr: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout) : null;
  } catch {
    return null;
  }
}
