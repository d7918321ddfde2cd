import { join } from "node:path";
import {
  type Finding,
  quarantineDamage,
  type StoreVerification,
  surveyStore,
} from "../../../pipeline/verify/mod.ts";
import { DiskStore } from "../../../pipeline/mod.ts";
import { findSpecs } from "../find_specs.ts";
import { listViews } from "../list_views.ts";
import { PROJECT_ROOT } from "../places.ts";
import { PROVENANCE_FILE } from "../published.ts";

const MAIN = join(PROJECT_ROOT, "src", "main.ts");

/** What a repair came to. */
export interface Repair {
  /** Damaged files, now in `quarantine/`. */
  readonly quarantined: number;
  /** Experiments that were run again. */
  readonly rerun: readonly string[];
  /** Experiments that have lost results, and of which no spec is in `experiments/` or was given. */
  readonly orphans: readonly string[];
}

/**
 * Takes damaged files out of use, and runs the experiments again that lose records by it.
 *
 * @param results The results folder.
 * @param found What was found in its store.
 * @param options Damage of its views, and specs beside those in `experiments/`.
 */
export async function repairResults(
  results: string,
  found: StoreVerification,
  options: { readonly viewDamage: readonly Finding[]; readonly specs: readonly string[] },
): Promise<Repair> {
  const lost = await quarantineDamage(results, found.damage);
  const names = await listExperiments(results, lost, found);
  for (const { path } of options.viewDamage) {
    const [name] = path.split("/");
    names.add(name);
    // Without it the view counts as not published, and is written again.
    await Deno.remove(join(results, name, PROVENANCE_FILE)).catch(() => {});
  }
  const { specs } = await findSpecs(options.specs);
  const rerun: string[] = [];
  const orphans: string[] = [];
  for (const name of [...names].sort()) {
    const setting = specs.flatMap(({ settings }) => settings)
      .find(({ viewName }) => viewName === name);
    const isRepaired = setting !== undefined &&
      await runAgain([...setting.line, "--results", results]);
    (isRepaired ? rerun : orphans).push(name);
  }
  const quarantined = found.damage.filter(({ problem }) => problem !== "missing").length;
  return { quarantined, rerun, orphans };
}

/** A process of its own, so that stdout stays the verb's. */
async function runAgain(line: readonly string[]): Promise<boolean> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", MAIN, "run", ...line],
    cwd: PROJECT_ROOT,
    stdout: "null",
    stderr: "inherit",
  }).output();
  return success;
}

/** Names of the experiments that records were made for: as the records say, the indexes and the views. */
async function listExperiments(
  results: string,
  lost: ReadonlySet<string>,
  { records }: StoreVerification,
): Promise<Set<string>> {
  const names = new Set<string>();
  for (const key of lost) {
    const record = records.get(key);
    if (record !== undefined) names.add(record.experiment);
  }
  const store = await DiskStore.open(results);
  for (const { place, name } of surveyStore(results).files) {
    if (place !== "index") continue;
    const keys = Object.values(await store.readIndex(name));
    if (keys.some((key) => lost.has(key))) names.add(name);
  }
  for (const { name, keys } of (await listViews(results)).views) {
    if (Object.values(keys).some((key) => key !== null && lost.has(key))) names.add(name);
  }
  return names;
}
