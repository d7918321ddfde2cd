import { join } from "node:path";
import { digestData } from "./digest.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { type Project, readProject } from "./project.ts";
import type { StageKind } from "./stage.ts";

/**
 * Tells whether the source files still hold the code that was fingerprinted. A run takes hours, and who edits the code
 * meanwhile must not get the new code's result under the old code's key.
 */
export class CodeCheck {
  readonly #project: Project;
  /** One at a time, as the bundler is stopped after each. */
  #last: Promise<boolean> = Promise.resolve(true);

  /** @param project The source tree as it was when the fingerprints were made. */
  constructor(project: Project) {
    this.#project = project;
  }

  /**
   * Compares now.
   *
   * @param kind The kind of stage.
   * @param fingerprint What its plan was made with.
   * @returns True also when only comments, formatting or names of locals were edited.
   */
  isSame(kind: StageKind, fingerprint: Fingerprint): Promise<boolean> {
    this.#last = this.#last.then(() => this.#compare(kind, fingerprint));
    return this.#last;
  }

  async #compare(kind: StageKind, fingerprint: Fingerprint): Promise<boolean> {
    try {
      const project = await readProject(this.#project.configPath);
      const isUntouched = project.lockText === this.#project.lockText &&
        JSON.stringify(project.imports) === JSON.stringify(this.#project.imports) &&
        await hasSameSources(fingerprint, project.root);
      return isUntouched || await computeDigest(kind, project) === fingerprint.digest;
    } catch {
      // What does not parse, or is gone, is not the code that was fingerprinted.
      return false;
    }
  }
}

async function hasSameSources({ sources }: Fingerprint, root: string): Promise<boolean> {
  const checks = Object.entries(sources).map(async ([path, digest]) => {
    return digestData(await Deno.readFile(join(root, path))) === digest;
  });
  return (await Promise.all(checks)).every((isSame) => isSame);
}

/** The bundler is loaded only when some file has changed. */
async function computeDigest(kind: StageKind, project: Project): Promise<string> {
  const [{ computeFingerprint }, { stopBundler }] = await Promise.all([
    import("./fingerprint.ts"),
    import("./bundle.ts"),
  ]);
  try {
    return (await computeFingerprint(kind, project)).digest;
  } finally {
    await stopBundler();
  }
}
