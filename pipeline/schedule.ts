import { type Graph, listDependencies } from "./graph.ts";
import type { StageNode } from "./stage.ts";

/**
 * Which stages of a graph may start: those that are pending, and whose dependencies have all ended. An end costs its
 * dependants and no search, so that a graph of thousands of stages is as cheap by the stage as a small one.
 */
export class Schedule {
  readonly #graph: Graph;
  readonly #positions: ReadonlyMap<StageNode, number>;
  readonly #dependants = new Map<string, StageNode[]>();
  readonly #ended: Set<string>;
  /** Pending stages, each with those of its dependencies that have not ended. */
  readonly #pending = new Map<StageNode, Set<string>>();
  /** Positions in the graph's order. */
  readonly #ready = new Set<number>();

  /**
   * @param graph The graph.
   * @param ended Ids of the stages that are not to run; all others are pending.
   */
  constructor(graph: Graph, ended: Iterable<string>) {
    this.#graph = graph;
    this.#ended = new Set(ended);
    this.#positions = new Map(graph.stages.map((stage, position) => [stage, position]));
    for (const stage of graph.stages) {
      for (const id of listDependencies(stage)) {
        const dependants = this.#dependants.get(id);
        if (dependants === undefined) this.#dependants.set(id, [stage]);
        else dependants.push(stage);
      }
      if (!this.#ended.has(stage.id)) this.#wait(stage);
    }
  }

  /** Pending stages. */
  get pending(): StageNode[] {
    return [...this.#pending.keys()];
  }

  /** Pending stages whose dependencies have ended, in the graph's order. */
  get ready(): StageNode[] {
    const positions = Uint32Array.from(this.#ready).sort();
    return Array.from(positions, (position) => this.#graph.stages[position]);
  }

  /** Whether a stage is pending, and all that it depends on has ended. */
  isReady(stage: StageNode): boolean {
    return this.#ready.has(this.#positions.get(stage)!);
  }

  /** Takes a stage that starts out of the pending ones. */
  take(stage: StageNode): void {
    this.#pending.delete(stage);
    this.#ready.delete(this.#positions.get(stage)!);
  }

  /** Notes that a stage has ended, which may make its dependants ready. */
  end(id: string): void {
    this.#ended.add(id);
    this.take(this.#graph.byId.get(id)!);
    for (const dependant of this.#dependants.get(id) ?? []) {
      const waitsFor = this.#pending.get(dependant);
      waitsFor?.delete(id);
      if (waitsFor?.size === 0) this.#ready.add(this.#positions.get(dependant)!);
    }
  }

  /** Makes stages pending that had ended or begun; pending stages that read from them wait for them again. */
  reopen(ids: readonly string[]): void {
    for (const id of ids) this.#ended.delete(id);
    for (const id of ids) {
      this.#wait(this.#graph.byId.get(id)!);
      for (const dependant of this.#dependants.get(id) ?? []) {
        if (this.#pending.has(dependant)) this.#wait(dependant);
      }
    }
  }

  /** Pending stages that read from a stage, directly or not, each with the id of the one through which it does. */
  listBehind(id: string): { readonly stage: StageNode; readonly through: string }[] {
    const found = new Map<StageNode, string>();
    const through = [id];
    for (const next of through) {
      for (const stage of this.#dependants.get(next) ?? []) {
        if (!this.#pending.has(stage) || found.has(stage)) continue;
        found.set(stage, next);
        through.push(stage.id);
      }
    }
    return [...found].map(([stage, through]) => ({ stage, through }));
  }

  #wait(stage: StageNode): void {
    const waitsFor = new Set(listDependencies(stage).filter((id) => !this.#ended.has(id)));
    this.#pending.set(stage, waitsFor);
    const position = this.#positions.get(stage)!;
    if (waitsFor.size === 0) this.#ready.add(position);
    else this.#ready.delete(position);
  }
}
