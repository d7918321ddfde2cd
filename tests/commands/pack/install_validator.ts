import { join } from "node:path";
import { findCacheFolder } from "../../../src/engine/library/cache_folder.ts";

const VALIDATOR = "roc-validator==0.13.0";
/** The last release that ships the context of RO-Crate 1.1. */
const CONTEXT = "rocrate==0.10.0";

/** A validator of RO-Crates. */
export interface CrateValidator {
  readonly python: string;
  /** The JSON-LD context of RO-Crate 1.1. */
  readonly context: string;
}

/**
 * Installs roc-validator into a virtual environment in the cache folder, once.
 *
 * @returns It, or why it cannot be had.
 */
export async function installValidator(): Promise<CrateValidator | string> {
  const folder = join(findCacheFolder(), `test-${VALIDATOR.replace("==", "-")}`);
  const python = join(folder, "bin", "python");
  const context = join(folder, "context", "rocrate", "data", "ro-crate.jsonld");
  if (await exists(context)) return { python, context };
  const draft = `${folder}.${crypto.randomUUID()}`;
  const bin = join(draft, "bin", "python");
  const steps = [
    ["python3", "-m", "venv", draft],
    [bin, "-m", "pip", "install", "--quiet", VALIDATOR],
    [
      bin,
      "-m",
      "pip",
      "install",
      "--quiet",
      "--no-deps",
      "--target",
      join(draft, "context"),
      CONTEXT,
    ],
  ];
  try {
    for (const [program, ...args] of steps) {
      const { success, stderr } = await new Deno.Command(program, { args, stdout: "null" })
        .output();
      if (!success) throw new Error(new TextDecoder().decode(stderr).trim().split("\n").at(-1));
    }
    await Deno.rename(draft, folder);
    return { python, context };
  } catch (error) {
    await Deno.remove(draft, { recursive: true }).catch(() => {});
    // Another test may have been first.
    return await exists(context) ? { python, context } : (error as Error).message;
  }
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
