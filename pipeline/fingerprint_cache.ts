import { dirname, join } from "node:path";
import { type JsonObject, toCanonicalJson } from "./canonical.ts";
import { digestData } from "./digest.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { type Project, toProjectPath } from "./project.ts";
import type { StageKind } from "./stage.ts";
import { DENO_FILE_SYSTEM } from "./store/deno_file_system.ts";
import { DurableFiles } from "./store/durable_files.ts";
import { openSealedJson, sealJson } from "./store/sealed_json.ts";

const CACHE_SCHEMA = 3;

interface Entry {
  readonly module: string;
  /** Digest of all that decides beside the sources: the import map and the lock file. */
  readonly setting: string;
  readonly fingerprint: Fingerprint;
}

type Entries = Readonly<Record<string, Entry>>;

/** Options of {@linkcode readFingerprints}. */
export interface ReadFingerprintsOptions {
  readonly project: Project;
  /** Where they are remembered; a lost or damaged file costs only time. */
  readonly cachePath: string;
}

/**
 * Fingerprints all kinds, and remembers by the content of their source files what it found. The
 * bundler is loaded only if some file, the import map or the lock file has changed.
 *
 * @param kinds The kinds.
 * @param options The project and where to remember.
 * @returns A fingerprint for each kind, by its name.
 * @throws {SyntaxError} If a module cannot be bundled.
 */
export async function readFingerprints(
  kinds: readonly StageKind[],
  options: ReadFingerprintsOptions,
): Promise<Record<string, Fingerprint>> {
  const { project, cachePath } = options;
  const setting = digestSetting(project);
  const remembered = await readEntries(cachePath);
  const digestSource = makeSourceDigester(project);
  const fresh: Record<string, Entry> = {};
  const changed: StageKind[] = [];
  for (const kind of kinds) {
    const entry = remembered[kind.kind];
    const module = toProjectPath(project, new URL(kind.module).pathname);
    const isFresh = entry?.module === module && entry.setting === setting &&
      await hasSameSources(entry, digestSource);
    if (isFresh) fresh[kind.kind] = entry;
    else changed.push(kind);
  }
  if (changed.length > 0) {
    const computed = await computeAll(changed, project);
    for (const [index, kind] of changed.entries()) {
      const module = toProjectPath(project, new URL(kind.module).pathname);
      fresh[kind.kind] = { module, setting, fingerprint: computed[index] };
    }
    await writeEntries(cachePath, { ...remembered, ...fresh });
  }
  return Object.fromEntries(kinds.map(({ kind }) => [kind, fresh[kind].fingerprint]));
}

async function computeAll(kinds: readonly StageKind[], project: Project): Promise<Fingerprint[]> {
  const [{ computeFingerprint }, { stopBundler }] = await Promise.all([
    import("./fingerprint.ts"),
    import("./bundle.ts"),
  ]);
  try {
    return await Promise.all(kinds.map((kind) => computeFingerprint(kind, project)));
  } finally {
    await stopBundler();
  }
}

function digestSetting(project: Project): string {
  return digestData(toCanonicalJson([project.imports as JsonObject, project.lockText]));
}

function makeSourceDigester(project: Project): (path: string) => Promise<string | null> {
  const digests = new Map<string, Promise<string | null>>();
  return (path) => {
    const known = digests.get(path) ??
      Deno.readFile(join(project.root, path)).then(digestData, () => null);
    digests.set(path, known);
    return known;
  };
}

async function hasSameSources(
  entry: Entry,
  digestSource: (path: string) => Promise<string | null>,
): Promise<boolean> {
  const checks = Object.entries(entry.fingerprint.sources).map(async ([path, digest]) => {
    return await digestSource(path) === digest;
  });
  return (await Promise.all(checks)).every((isSame) => isSame);
}

async function readEntries(path: string): Promise<Entries> {
  try {
    // A flipped byte in a fingerprint would give a result another key.
    const cache = openSealedJson(await Deno.readTextFile(path)) as {
      readonly schema: number;
      readonly kinds: Entries;
    };
    return cache.schema === CACHE_SCHEMA ? cache.kinds : {};
  } catch {
    return {};
  }
}

async function writeEntries(path: string, kinds: Entries): Promise<void> {
  try {
    const files = new DurableFiles(DENO_FILE_SYSTEM, dirname(path));
    await files.write(path, sealJson({ schema: CACHE_SCHEMA, kinds }));
  } catch {
    // Nothing depends on it, and the run that follows says what is wrong with the folder.
  }
}
