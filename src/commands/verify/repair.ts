import { join } from "node:path";
import {
  type Finding,
  quarantineDamage,
  readRecords,
  type StoreVerification,
} from "../../../pipeline/verify/mod.ts";
import { findSpec, findSpecs } from "../find_specs.ts";
import { PROJECT_ROOT } from "../places.ts";
import { REPORT_FILE } from "../published.ts";
import { chooseLine } from "./choose_line.ts";
import { groupLost } from "./group_lost.ts";

const MAIN = join(PROJECT_ROOT, "src", "main.ts");

/** What a repair came to. */
export interface Repair {
  /** Damaged files, now in `quarantine/`. */
  readonly quarantined: number;
  /** Experiments that were run again, and have all that they had lost. */
  readonly rerun: readonly string[];
  /** Experiments that were run again and lack what they had lost: a stage failed, or spec or code are others now. */
  readonly incomplete: readonly string[];
  /** Experiments that have lost results, and of which no spec is in `experiments/` or was given. */
  readonly orphans: readonly string[];
}

/** Options of {@linkcode repairResults}. */
export interface RepairResultsOptions {
  readonly viewDamage: readonly Finding[];
  /** Paths of specs that go before those in `experiments/`. */
  readonly specs: readonly string[];
  /** Does what `run` with this command line does, and says whether it ended well; in a process of its own unless given. */
  readonly run?: (line: readonly string[]) => Promise<boolean>;
}

/**
 * Takes damaged files out of use, and runs the experiments again that lose records by it.
 *
 * @param results The results folder.
 * @param found What was found in its store.
 * @param options Damage of its views, and specs beside those in `experiments/`.
 * @throws {SpecError} If a given spec cannot be loaded, before anything is changed.
 */
export async function repairResults(
  results: string,
  found: StoreVerification,
  { viewDamage, specs, run = runApart }: RepairResultsOptions,
): Promise<Repair> {
  const given = await Promise.all(specs.map(findSpec));
  const settings = [...given, ...(await findSpecs()).specs].flatMap(({ settings }) => settings);
  const lostBy = await groupLost(results, await quarantineDamage(results, found.damage), found);
  const spoilt = new Set(viewDamage.map(({ path }) => path.split("/")[0]));
  const orphans: string[] = [];
  const ended = new Map<string, boolean>();
  for (const name of [...new Set([...lostBy.keys(), ...spoilt])].sort()) {
    const setting = settings.find(({ viewName }) => viewName === name);
    if (setting === undefined) {
      orphans.push(name);
      continue;
    }
    const line = [...await chooseLine(setting, join(results, name)), "--results", results];
    const page = join(results, name, REPORT_FILE);
    ended.set(name, spoilt.has(name) ? await putAside(page, () => run(line)) : await run(line));
  }
  const records = readRecords(results);
  const isWhole = (name: string) =>
    ended.get(name)! && [...lostBy.get(name) ?? []].every((key) => records.has(key));
  return {
    quarantined: found.damage.filter(({ problem }) => problem !== "missing").length,
    rerun: [...ended.keys()].filter(isWhole),
    incomplete: [...ended.keys()].filter((name) => !isWhole(name)),
    orphans,
  };
}

/**
 * Does something without the page of a view, so that a run writes the view again. The provenance stays, and tells of the
 * damage should the run fail or be killed.
 */
async function putAside(page: string, effect: () => Promise<boolean>): Promise<boolean> {
  const aside = `${page}.${crypto.randomUUID()}`;
  await Deno.rename(page, aside).catch(() => {});
  const isDone = await effect();
  const isWritten = await Deno.stat(page).then(() => true, () => false);
  await (isWritten ? Deno.remove(aside) : Deno.rename(aside, page)).catch(() => {});
  return isDone;
}

/** A process of its own, so that stdout stays the verb's. */
async function runApart(line: readonly string[]): Promise<boolean> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", MAIN, "run", ...line],
    cwd: PROJECT_ROOT,
    stdout: "null",
    stderr: "inherit",
  }).output();
  return success;
}
