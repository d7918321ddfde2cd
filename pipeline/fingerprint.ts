import { makeNormalBundle } from "./bundle.ts";
import { toCanonicalJson } from "./canonical.ts";
import { digestData } from "./digest.ts";
import { listLockedPackages } from "./locked_packages.ts";
import { type Project, toProjectPath } from "./project.ts";
import type { StageKind } from "./stage.ts";

const FINGERPRINT_VERSION = 2;

/** The code of a kind cannot be bundled: a mistake in a source file, which the message names with its line. */
export class FingerprintError extends SyntaxError {
  override readonly name = "FingerprintError";
}

/** The identity of the code that a kind of stage runs. */
export interface Fingerprint {
  /** SHA-256 over the normal bundle and the locked packages. */
  readonly digest: string;
  /** SHA-256 of each source file that the module reaches, by path in the project. */
  readonly sources: Readonly<Record<string, string>>;
  /** `name@version` of each package that the module reaches, sorted. */
  readonly packages: readonly string[];
}

/**
 * Fingerprints the code of a kind: its bundle, in which comments, formatting, types, names of
 * locals and unused exports leave no trace, and the locked versions of its packages.
 *
 * @param kind The kind; its module is read.
 * @param project The source tree that the module belongs to.
 * @returns The fingerprint.
 * @throws {FingerprintError} If the module or what it imports cannot be bundled.
 * @throws {RangeError} If the lock file lacks a package.
 */
export async function computeFingerprint(kind: StageKind, project: Project): Promise<Fingerprint> {
  const bundle = await makeNormalBundle(kind.module, project).catch((error) => {
    throw new FingerprintError(`Cannot fingerprint "${kind.kind}": ${error.message}`, {
      cause: error,
    });
  });
  const packages = listLockedPackages(project.lockText, bundle.packages);
  const identity = ["code", FINGERPRINT_VERSION, digestData(bundle.code), packages];
  return {
    digest: digestData(toCanonicalJson(identity)),
    sources: await digestSources(bundle.files, project),
    packages,
  };
}

async function digestSources(
  files: readonly string[],
  project: Project,
): Promise<Record<string, string>> {
  const entries = files.map(async (path) => {
    return [toProjectPath(project, path), digestData(await Deno.readFile(path))];
  });
  return Object.fromEntries(await Promise.all(entries));
}
