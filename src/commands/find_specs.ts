import { join } from "node:path";
import { type Experiment, loadExperiment } from "../experiment/mod.ts";
import { PROJECT_ROOT } from "./places.ts";

/** A spec that could be loaded. */
export interface FoundSpec {
  readonly path: string;
  readonly experiment: Experiment;
}

/** What specs there are. */
export interface FoundSpecs {
  readonly specs: readonly FoundSpec[];
  /** Those that cannot be loaded, each with why. */
  readonly broken: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Loads every spec in `experiments/`, and those given.
 *
 * @param given Paths of further specs.
 * @param folder Where specs are kept.
 */
export async function findSpecs(
  given: readonly string[] = [],
  folder: string = join(PROJECT_ROOT, "experiments"),
): Promise<FoundSpecs> {
  const own = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  const paths = own.filter(({ name }) => /\.m?[tj]s$/.test(name)).map(({ name }) =>
    join(folder, name)
  );
  const specs: FoundSpec[] = [];
  const broken: { path: string; reason: string }[] = [];
  for (const path of [...new Set([...paths.sort(), ...given])]) {
    try {
      specs.push({ path, experiment: await loadExperiment(path) });
    } catch (error) {
      broken.push({ path, reason: (error as Error).message });
    }
  }
  return { specs, broken };
}
