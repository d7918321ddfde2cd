import { describeChange } from "./explain.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { type Graph, selectKind } from "./graph.ts";
import { makeStageKey } from "./key.ts";
import type { StageNode, StageStatus } from "./stage.ts";
import type { StageRecord } from "./store/record.ts";
import type { RecordReader } from "./store/store.ts";

/** Where one stage stands, and why. */
export interface PlannedStage {
  readonly id: string;
  readonly kind: string;
  readonly status: StageStatus;
  /** Null while an input is still to be computed. */
  readonly key: string | null;
  readonly reason: string;
  /** The record of a cached stage. */
  readonly record: StageRecord | null;
}

/** What a plan is made of. */
export interface PlanOptions {
  readonly experiment: string;
  readonly store: RecordReader;
  readonly fingerprints: Readonly<Record<string, Fingerprint>>;
  /** Only this kind, and what it needs. */
  readonly only?: string;
  /** Computes again what is cached: the kind of `only`, or everything. */
  readonly rerun?: boolean;
}

/**
 * Says of each stage whether its result is there, and why not.
 *
 * @param graph The graph.
 * @param options Store, fingerprints and selection.
 * @returns The stages in the graph's order.
 */
export async function planGraph(graph: Graph, options: PlanOptions): Promise<PlannedStage[]> {
  const index = await options.store.readIndex(options.experiment);
  const selected = options.only === undefined ? null : selectKind(graph, options.only);
  const planned = new Map<string, PlannedStage>();
  for (const stage of graph.stages) {
    const isWanted = selected === null || selected.has(stage.id);
    const plan = isWanted
      ? await planStage(stage, planned, index[stage.id] ?? null, options)
      : describe(stage, "skipped", null, `only ${options.only} was asked for`);
    planned.set(stage.id, plan);
  }
  return [...planned.values()];
}

/**
 * Plans one stage from those before it.
 *
 * @param stage The stage.
 * @param before Plans, or results, of the stages that it reads from.
 * @param lastKey Key of its last record, or null.
 * @param options Store, fingerprints and selection.
 */
export async function planStage(
  stage: StageNode,
  before: ReadonlyMap<string, PlannedStage>,
  lastKey: string | null,
  options: PlanOptions,
): Promise<PlannedStage> {
  const readLast = async () => lastKey === null ? null : await options.store.readRecord(lastKey);
  const inputs = digestInputs(stage, before);
  if (typeof inputs === "string") {
    return describe(stage, statusAfter(await readLast()), null, `waits for ${inputs}`);
  }
  const fingerprint = options.fingerprints[stage.kind];
  const identity = {
    kind: stage.kind,
    params: stage.params,
    inputs,
    fingerprint: fingerprint.digest,
  };
  const key = makeStageKey(identity);
  if (options.rerun && (options.only === undefined || options.only === stage.kind)) {
    return describe(stage, statusAfter(await readLast()), key, "forced by --rerun");
  }
  const record = await options.store.readRecord(key);
  if (record === null) {
    const last = await readLast();
    const reason = last === null
      ? "never run"
      : describeChange(last, { ...identity, code: fingerprint });
    return describe(stage, statusAfter(last), key, reason);
  }
  const missing = await options.store.findMissing(record);
  if (missing !== null) {
    return describe(stage, "stale", key, `artifact ${missing} is missing or damaged`);
  }
  return { ...describe(stage, "cached", key, "nothing changed"), record };
}

function statusAfter(last: StageRecord | null): StageStatus {
  return last === null ? "missing" : "stale";
}

/** Digests of a stage's inputs, or the id of a stage that has yet to run. */
export function digestInputs(
  stage: StageNode,
  before: ReadonlyMap<string, PlannedStage>,
): Record<string, string> | string {
  const digests: Record<string, string> = {};
  for (const [name, { stage: id, artifact }] of Object.entries(stage.inputs)) {
    const record = before.get(id)?.record;
    if (!record) return id;
    digests[name] = record.outputs[artifact].digest;
  }
  for (const [name, { digest }] of Object.entries(stage.files ?? {})) digests[name] = digest;
  return digests;
}

function describe(
  { id, kind }: StageNode,
  status: StageStatus,
  key: string | null,
  reason: string,
): PlannedStage {
  return { id, kind, status, key, reason, record: null };
}
