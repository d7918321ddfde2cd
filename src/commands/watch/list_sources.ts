import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { DiskStore, readFingerprints, readProject } from "../../../pipeline/mod.ts";
import { STAGE_KINDS } from "../../stages/catalogue.ts";
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

/** The files that a module reaches, but for packages; none where it cannot be read. */
async function listImports(path: string): Promise<string[]> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", `--config=${join(PROJECT_ROOT, "deno.json")}`, path],
    stderr: "null",
  }).output();
  if (!success) return [];
  const { modules }: { modules: readonly { readonly specifier: string }[] } = JSON.parse(
    new TextDecoder().decode(stdout),
  );
  return modules.map(({ specifier }) => specifier)
    .filter((specifier) => specifier.startsWith("file:"))
    .map((specifier) => fileURLToPath(specifier))
    .filter((file) => !file.includes("/node_modules/"));
}
