import { join } from "node:path";
import { loadExperiment } from "../../experiment/mod.ts";
import type { SpecSetting } from "../find_specs.ts";
import { parseSummary } from "../parse_summary.ts";
import { readProvenance } from "../read_provenance.ts";

const SEED = /^train-gan\/.+\/seed=(\d+)$/;

/**
 * Chooses the command line that makes a view again: over the seeds that it shows, where they are not the spec's.
 *
 * @param setting A way to run its spec.
 * @param folder The view folder.
 */
export async function chooseLine(
  { line, preset }: SpecSetting,
  folder: string,
): Promise<readonly string[]> {
  const shown = await readShownSeeds(folder);
  if (shown === null) return line;
  // A preset that is wrong is for the run to tell.
  const own = await loadExperiment(line[0], preset === undefined ? {} : { preset })
    .then(({ seeds }) => seeds.join(), () => null);
  return shown.join() === own ? line : [...line, "--seeds", shown.join()];
}

/** The seeds of a view by the stages that it shows, else by its summary; null where neither can be read. */
async function readShownSeeds(folder: string): Promise<readonly number[] | null> {
  try {
    const { keys } = await readProvenance(folder);
    const seeds = Object.keys(keys).flatMap((id) => SEED.exec(id)?.[1] ?? []);
    if (seeds.length > 0) return [...new Set(seeds)].map(Number);
  } catch {
    // It is what is damaged, or there is no view.
  }
  try {
    return parseSummary(await Deno.readTextFile(join(folder, "summary.json"))).seeds;
  } catch {
    return null;
  }
}
