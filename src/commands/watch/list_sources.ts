import { join, resolve } from "node:path";
import { DiskStore, readFingerprints, readProject } from "../../../pipeline/mod.ts";
import { STAGE_KINDS } from "../../stages/catalogue.ts";
import { listImports } from "../list_imports.ts";
import { PROJECT_ROOT } from "../places.ts";

/**
 * Lists the files that decide about an experiment: its spec with what that imports, the code of the stages, the import map
 * and the lock file.
 *
 * @param specs Paths of specs.
 * @param results The results folder, which remembers what the code reaches.
 * @returns Absolute paths.
 * @throws {SyntaxError} If code cannot be read.
 */
export async function listSources(specs: readonly string[], results: string): Promise<Set<string>> {
  const project = await readProject(join(PROJECT_ROOT, "deno.json"));
  const store = await DiskStore.open(results);
  const fingerprints = await readFingerprints(Object.values(STAGE_KINDS), {
    project,
    cachePath: store.fingerprintsPath,
  });
  const code = Object.values(fingerprints).flatMap(({ sources }) => Object.keys(sources));
  const imported: string[] = [];
  for (const spec of specs) imported.push(...await listImports(spec));
  return new Set([
    ...specs,
    ...imported,
    ...code.map((path) => resolve(PROJECT_ROOT, path)),
    ...["deno.json", "deno.lock"].map((name) => join(PROJECT_ROOT, name)),
  ]);
}
