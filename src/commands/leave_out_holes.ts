import { orderGraph, planGraph, type StageResult } from "../../pipeline/mod.ts";
import { expandExperiment, listRuns } from "../experiment/mod.ts";
import { STAGE_KINDS } from "../stages/catalogue.ts";
import type { PreparedExperiment } from "./prepare.ts";

/** What every report reads beside the runs. */
const NEEDED = ["prepare-data", "draw-reference", "evaluate/reference"];

/**
 * After a run in which stages failed: the same experiment without the runs that have no result, so that its report can
 * show the others, and the hole.
 *
 * @param prepared The experiment.
 * @param results How its stages ended.
 * @returns It with a smaller graph; null if nothing is missing, or what all runs share is.
 */
export async function leaveOutHoles(
  prepared: PreparedExperiment,
  results: readonly StageResult[],
): Promise<PreparedExperiment | null> {
  const hasRecord = new Set(results.flatMap(({ id, record }) => record === null ? [] : [id]));
  const holes = listRuns(prepared.experiment).map(({ name }) => name)
    .filter((name) => !hasRecord.has(`evaluate/${name}`));
  if (holes.length === 0 || !NEEDED.every((id) => hasRecord.has(id))) return null;
  const { experiment, viewName, store, fingerprints, mnistFiles } = prepared;
  const nodes = expandExperiment(experiment, {
    leaveOut: holes,
    ...(mnistFiles === undefined ? {} : { mnistFiles }),
  });
  const graph = orderGraph(nodes, STAGE_KINDS);
  const plan = await planGraph(graph, { experiment: viewName, store, fingerprints });
  return { ...prepared, graph, plan };
}

/** Results with those of a smaller graph in the place of what was blocked. */
export function fillIn(
  results: readonly StageResult[],
  others: readonly StageResult[],
): StageResult[] {
  const byId = new Map(others.map((other) => [other.id, other]));
  return results.map((result) => {
    const other = result.record === null ? byId.get(result.id) : undefined;
    return other ?? result;
  });
}
