import type { Fingerprint, PlannedStage, StageNode } from "../../../pipeline/mod.ts";
import { digestInputs } from "../../../pipeline/plan.ts";
import { findSpec, findSpecs } from "../find_specs.ts";
import { parseOptions } from "../options.ts";
import { prepareExperiment } from "../prepare.ts";
import { UsageError } from "../usage_error.ts";

/** A stage as its spec and the code have it now. */
export interface FoundPlan {
  readonly experiment: string;
  /** Whether it is the spec without a preset. */
  readonly isWhole: boolean;
  readonly stage: StageNode;
  readonly plan: PlannedStage;
  readonly code: Fingerprint;
  /** Digests of its inputs, or the id of a stage that has yet to run. */
  readonly inputs: Readonly<Record<string, string>> | string;
}

/**
 * Plans the specs in `experiments/`, or those given, and finds a stage in them.
 *
 * @param id Its id, or `<experiment>/<id>`.
 * @param options Specs, the results folder, and names of the experiments that were run there.
 * @returns The stage, or null if no spec has it.
 * @throws {UsageError} If several experiments have it.
 */
export async function findPlanned(
  id: string,
  { specs, results, known }: {
    readonly specs: readonly string[];
    readonly results: string;
    readonly known: readonly string[];
  },
): Promise<FoundPlan | null> {
  const found: FoundPlan[] = [];
  const all = specs.length > 0 ? await Promise.all(specs.map(findSpec)) : (await findSpecs()).specs;
  for (const { path, settings } of all) {
    for (const { line, preset } of settings) {
      const prepared = await prepareExperiment(
        path,
        parseOptions([...line, "--dry-run", "--results", results]),
      ).catch((error) => {
        if (specs.length > 0) throw error;
        return null;
      });
      if (prepared === null) continue;
      const { viewName, graph, plan, fingerprints } = prepared;
      const name = id.startsWith(`${viewName}/`) ? id.slice(viewName.length + 1) : id;
      const stage = graph.byId.get(name);
      if (stage === undefined) continue;
      const planned = new Map(plan.map((one) => [one.id, one]));
      found.push({
        experiment: viewName,
        isWhole: preset === undefined,
        stage,
        plan: planned.get(name)!,
        code: fingerprints[stage.kind],
        inputs: digestInputs(stage, planned),
      });
    }
  }
  const named = found.filter(({ experiment, stage }) => id === `${experiment}/${stage.id}`);
  // Rather one that was run, if any was, and rather the whole spec than a preset.
  const run = found.filter(({ experiment }) => specs.length > 0 || known.includes(experiment));
  if (named.length + run.length === 0 && known.length > 0) return null;
  const candidates = run.length > 0 ? run : found;
  const full = candidates.filter(({ isWhole }) => isWhole);
  const [first, ...others] = named.length > 0 ? named : full.length > 0 ? full : candidates;
  if (others.length === 0) return first ?? null;
  const names = [first, ...others].map((one) => `"${one.experiment}/${one.stage.id}"`);
  throw new UsageError(
    `Cannot tell which "${id}" is meant: there are ${names.join(", ")}. Name one of them`,
  );
}
