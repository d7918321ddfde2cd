import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Experiment, loadExperiment } from "../experiment/mod.ts";
import { listFolder } from "./list_folder.ts";
import { PROJECT_ROOT } from "./places.ts";

/** A spec that could be loaded. */
export interface FoundSpec {
  readonly path: string;
  readonly experiment: Experiment;
  /** The ways to run it: as it is first, then with each of its presets. */
  readonly settings: readonly SpecSetting[];
}

/** A way to run a spec. */
export interface SpecSetting {
  /** Name of its view folder and of its index. */
  readonly viewName: string;
  readonly preset?: string;
  /** The command line that asks for it. */
  readonly line: readonly string[];
}

/** What specs there are. */
export interface FoundSpecs {
  readonly specs: readonly FoundSpec[];
  /** Those that cannot be loaded, each with why. */
  readonly broken: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Loads a spec, and lists the ways to run it.
 *
 * @param path Its path.
 * @throws {SpecError} If it cannot be loaded.
 */
export async function findSpec(path: string): Promise<FoundSpec> {
  const experiment = await loadExperiment(path);
  const { default: spec } = await import(pathToFileURL(path).href);
  const presets = Object.keys(spec.presets ?? {}).map((preset): SpecSetting => ({
    viewName: `${experiment.name}.${preset}`,
    preset,
    line: [path, "--preset", preset],
  }));
  return { path, experiment, settings: [{ viewName: experiment.name, line: [path] }, ...presets] };
}

/**
 * Loads every spec in `experiments/`, and those given.
 *
 * @param given Paths of further specs.
 * @param folder Where specs are kept.
 * @throws {EnvironmentError} If that is there and cannot be listed.
 */
export async function findSpecs(
  given: readonly string[] = [],
  folder: string = join(PROJECT_ROOT, "experiments"),
): Promise<FoundSpecs> {
  const own = await listFolder(folder);
  const paths = own.filter(({ name }) => /\.m?[tj]s$/.test(name)).map(({ name }) =>
    join(folder, name)
  );
  const specs: FoundSpec[] = [];
  const broken: { path: string; reason: string }[] = [];
  for (const path of [...new Set([...paths.sort(), ...given])]) {
    try {
      specs.push(await findSpec(path));
    } catch (error) {
      broken.push({ path, reason: (error as Error).message });
    }
  }
  return { specs, broken };
}
