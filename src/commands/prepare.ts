import { join } from "node:path";
import {
  checkMemory,
  DiskStore,
  type Fingerprint,
  type Graph,
  KeyError,
  measureMemory,
  orderGraph,
  planGraph,
  type PlannedStage,
  type Project,
  readFingerprints,
  readProject,
} from "../../pipeline/mod.ts";
import { locateMnist } from "../datasets/mnist_files.ts";
import {
  expandExperiment,
  type Experiment,
  loadExperiment,
  type StageFile,
} from "../experiment/mod.ts";
import { STAGE_KINDS } from "../stages/catalogue.ts";
import type { CommandOptions } from "./options.ts";
import { UsageError } from "./usage_error.ts";
import { findResults, PROJECT_ROOT, resolveTyped } from "./places.ts";

/** An experiment ready to run: checked, expanded and planned. */
export interface PreparedExperiment {
  readonly experiment: Experiment;
  /** Name of its view folder and of its index: the experiment's, and with a preset `.<preset>` behind it. */
  readonly viewName: string;
  readonly results: string;
  readonly project: Project;
  readonly store: DiskStore;
  readonly graph: Graph;
  readonly fingerprints: Readonly<Record<string, Fingerprint>>;
  readonly plan: readonly PlannedStage[];
  /** MNIST's files, where it is the data. */
  readonly mnistFiles?: Readonly<Record<string, StageFile>>;
}

/**
 * Goes from the path of a spec to a plan.
 *
 * @param spec Path as typed.
 * @param options The command line.
 * @throws {SpecError} For anything wrong with the spec, before the results folder is touched.
 * @throws {UsageError} For a number in it that stands for others too.
 * @throws {EnvironmentError} If the results folder cannot be used, or a stage needs more memory than there is.
 */
export async function prepareExperiment(
  spec: string,
  options: CommandOptions,
): Promise<PreparedExperiment> {
  const { preset, seeds, only, rerun } = options;
  const experiment = await loadExperiment(resolveTyped(spec), {
    ...(preset === undefined ? {} : { preset }),
    ...(seeds === undefined ? {} : { seeds }),
  });
  const isOfDigits = ["mnist", "stacked-mnist"].includes(experiment.dataset.kind);
  const mnistFiles = isOfDigits ? locateMnist() : undefined;
  const nodes = expandExperiment(experiment, mnistFiles === undefined ? {} : { mnistFiles });
  const graph = orderGraph(nodes, STAGE_KINDS);
  const results = findResults(options.results);
  const store = await DiskStore.open(results);
  const project = await readProject(join(PROJECT_ROOT, "deno.json"));
  const usedKinds = [...new Set(nodes.map(({ kind }) => kind))].map((kind) => STAGE_KINDS[kind]);
  const fingerprints = await readFingerprints(usedKinds, {
    project,
    cachePath: store.fingerprintsPath,
  });
  const viewName = preset === undefined ? experiment.name : `${experiment.name}.${preset}`;
  const plan = await planGraph(graph, {
    experiment: viewName,
    store,
    fingerprints,
    rerun,
    ...(only === undefined ? {} : { only }),
  }).catch((error) => {
    throw error instanceof KeyError ? new UsageError(error.message) : error;
  });
  const waiting = plan.filter(({ status }) => status !== "cached" && status !== "skipped");
  // A look, as those of "gc" and "status", needs no more memory than it takes.
  if (!options.dryRun) {
    checkMemory(waiting.map(({ id }) => graph.byId.get(id)!), {
      kinds: STAGE_KINDS,
      totalMb: measureMemory().totalMb,
    });
  }
  for (const note of store.takeNotes()) console.error(note);
  return {
    experiment,
    viewName,
    results,
    project,
    store,
    graph,
    fingerprints,
    plan,
    ...(mnistFiles === undefined ? {} : { mnistFiles }),
  };
}
