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
  const ordered = new Set<StageNode>();
  function visit(stage: StageNode, trail: readonly string[]): void {
    if (ordered.has(stage)) return;
    if (trail.includes(stage.id)) {
      const cycle = [...trail.slice(trail.indexOf(stage.id)), stage.id];
      throw new RangeError(`Cannot order the graph: ${cycle.join(" -> ")} is a cycle`);
    }
    for (const id of listDependencies(stage)) visit(byId.get(id)!, [...trail, stage.id]);
    ordered.add(stage);
  }
  for (const stage of stages) visit(stage, []);
  return { stages: [...ordered], byId };
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
  function select(id: string): void {
    if (selected.has(id)) return;
    selected.add(id);
    for (const dependency of listDependencies(graph.byId.get(id)!)) select(dependency);
  }
  for (const stage of graph.stages) if (stage.kind === kind) select(stage.id);
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
