import type { StageKind, StageNode } from "./stage.ts";

/** A graph whose inputs all exist, in an order in which it can run. */
export interface Graph {
  /** Every stage after those that it reads from; otherwise in the order given. */
  readonly stages: readonly StageNode[];
  readonly byId: ReadonlyMap<string, StageNode>;
}

/**
 * Checks a graph and puts it in an order in which it can run.
 *
 * @param stages The stages; the order given decides between stages that could run at once.
 * @param kinds The kinds they may be of.
 * @returns The graph.
 * @throws {RangeError} For an id that comes twice, an unknown kind, stage or artifact, or a cycle, which is named.
 */
export function orderGraph(
  stages: readonly StageNode[],
  kinds: Readonly<Record<string, StageKind>>,
): Graph {
  const byId = new Map<string, StageNode>();
  for (const stage of stages) {
    if (byId.has(stage.id)) {
      throw new RangeError(`Cannot order the graph: "${stage.id}" comes twice`);
    }
    byId.set(stage.id, stage);
  }
  for (const stage of stages) checkStage(stage, byId, kinds);
  return { stages: sortByDependencies(byId), byId };
}

/** Depth first; with a list in place of recursion, as a chain may be longer than the call stack. */
function sortByDependencies(byId: ReadonlyMap<string, StageNode>): StageNode[] {
  const ordered = new Set<StageNode>();
  const trail: { readonly stage: StageNode; readonly toVisit: string[] }[] = [];
  const onTrail = new Set<string>();
  function enter(stage: StageNode): void {
    if (ordered.has(stage)) return;
    if (onTrail.has(stage.id)) {
      const ids = trail.map(({ stage }) => stage.id);
      const cycle = [...ids.slice(ids.indexOf(stage.id)), stage.id];
      throw new RangeError(`Cannot order the graph: ${cycle.join(" -> ")} is a cycle`);
    }
    trail.push({ stage, toVisit: listDependencies(stage).reverse() });
    onTrail.add(stage.id);
  }
  for (const first of byId.values()) {
    enter(first);
    for (let last = trail.at(-1); last !== undefined; last = trail.at(-1)) {
      const id = last.toVisit.pop();
      if (id !== undefined) {
        enter(byId.get(id)!);
        continue;
      }
      ordered.add(last.stage);
      onTrail.delete(last.stage.id);
      trail.pop();
    }
  }
  return [...ordered];
}

/** Ids of the stages that a stage reads from, each once. */
export function listDependencies(stage: StageNode): string[] {
  return [...new Set(Object.values(stage.inputs).map((input) => input.stage))];
}

/**
 * Keeps the stages of a kind and everything that they need.
 *
 * @param graph The graph.
 * @param kind The kind.
 * @returns Ids.
 */
export function selectKind(graph: Graph, kind: string): Set<string> {
  const selected = new Set<string>();
  for (const stage of graph.stages) if (stage.kind === kind) selected.add(stage.id);
  // A set hands out what is added while it is gone through.
  for (const id of selected) {
    for (const dependency of listDependencies(graph.byId.get(id)!)) selected.add(dependency);
  }
  return selected;
}

function checkStage(
  stage: StageNode,
  byId: ReadonlyMap<string, StageNode>,
  kinds: Readonly<Record<string, StageKind>>,
): void {
  if (!Object.hasOwn(kinds, stage.kind)) {
    throw new RangeError(
      `Cannot order "${stage.id}": its kind "${stage.kind}" is unknown. Known are ${
        Object.keys(kinds).join(", ")
      }`,
    );
  }
  for (const [name, input] of Object.entries(stage.inputs)) {
    const source = byId.get(input.stage);
    const place = `input "${name}" of "${stage.id}"`;
    if (source === undefined) {
      throw new RangeError(`Cannot find the ${place}: there is no stage "${input.stage}"`);
    }
    const outputs = Object.keys(kinds[source.kind].outputs);
    if (!outputs.includes(input.artifact)) {
      throw new RangeError(
        `Cannot find the ${place}: "${source.id}" has no artifact "${input.artifact}". It has ${
          outputs.join(", ")
        }`,
      );
    }
  }
}
