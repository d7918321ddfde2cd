import type { FailureRecord, PlannedStage } from "../../../pipeline/mod.ts";
import { flattenParams } from "../flatten_params.ts";
import type { FoundRecord } from "../open_results.ts";
import { type Entity, list, refer } from "./crate_entities.ts";

/** A stage of the packed experiment and how it ended. */
export interface PackedStage {
  readonly plan: PlannedStage;
  readonly record?: FoundRecord;
  readonly failure?: FailureRecord;
}

/**
 * Describes what happened in each stage: a step of the workflow, the engine's control of it, and the action itself; a
 * failure is a failed action. A stage that never ran has a step alone.
 *
 * @param stages The stages in the order of the graph.
 * @returns Nodes, and ids of the steps, controls and actions.
 */
export function describeActions(stages: readonly PackedStage[]) {
  const entities: Entity[] = [];
  // What a stage read from outside, such as the files of MNIST, is in no pack.
  const packed = new Set(
    stages.flatMap(({ record }) =>
      Object.values(record?.outputs ?? {}).map(({ digest }) => digest)
    ),
  );
  const [steps, controls, actions]: [string[], string[], string[]] = [[], [], []];
  for (const [index, { plan, record, failure }] of stages.entries()) {
    const [step, control, action] = ["step", "control", "action"].map((word) =>
      `#${word}/${plan.id}`
    );
    steps.push(step);
    entities.push({
      "@id": step,
      "@type": "HowToStep",
      name: plan.id,
      position: String(index + 1),
      workExample: refer(`#tool/${plan.kind}`),
    });
    if (record === undefined && failure === undefined) continue;
    controls.push(control);
    actions.push(action);
    entities.push({
      "@id": control,
      "@type": "ControlAction",
      name: `running ${plan.id}`,
      instrument: refer(step),
      object: refer(action),
    });
    entities.push(
      ...record === undefined
        ? [describeFailure(action, plan, failure!)]
        : describeRecord(action, { plan, record }, packed),
    );
  }
  return { entities, steps, controls, actions };
}

function describeRecord(
  id: string,
  { plan, record }: { readonly plan: PlannedStage; readonly record: FoundRecord },
  packed: ReadonlySet<string>,
): Entity[] {
  const { params, inputs, outputs, startedAt, elapsedMs, peakRssBytes, detail } = record;
  const values = flattenParams(params).map(([name, value]): Entity => ({
    "@id": `#value/${plan.id}/${name}`,
    "@type": "PropertyValue",
    name,
    value,
  }));
  const memory: Entity = {
    "@id": `#memory/${plan.id}`,
    "@type": "PropertyValue",
    name: "peak memory",
    propertyID: "https://schema.org/memoryRequirements",
    value: String(peakRssBytes),
    unitCode: "https://qudt.org/vocab/unit/BYTE",
  };
  const artifact = (digest: string) => refer(`.store/objects/${digest.slice(0, 2)}/${digest}`);
  const action: Entity = {
    "@id": id,
    "@type": "CreateAction",
    name: plan.id,
    instrument: refer(`#tool/${plan.kind}`),
    description: detail ?? `The stage ${plan.id} of kind ${plan.kind}`,
    actionStatus: "http://schema.org/CompletedActionStatus",
    startTime: toOffset(startedAt),
    endTime: findEnd({ startedAt, elapsedMs }),
    ...list("object", [
      ...[...new Set(Object.values(inputs))].filter((digest) => packed.has(digest)).map(artifact),
      ...values.map((value) => refer(String(value["@id"]))),
    ]),
    ...list(
      "result",
      [...new Set(Object.values(outputs).map(({ digest }) => digest))].map(artifact),
    ),
    resourceUsage: refer(`#memory/${plan.id}`),
  };
  return [action, ...values, memory];
}

function describeFailure(id: string, plan: PlannedStage, failure: FailureRecord): Entity {
  const { reason, startedAt, elapsedMs } = failure;
  return {
    "@id": id,
    "@type": "CreateAction",
    name: plan.id,
    instrument: refer(`#tool/${plan.kind}`),
    description: `The stage ${plan.id} of kind ${plan.kind}`,
    actionStatus: "http://schema.org/FailedActionStatus",
    error: reason,
    startTime: toOffset(startedAt),
    endTime: findEnd({ startedAt, elapsedMs }),
  };
}

/** When a stage ended, in ISO 8601. */
export function findEnd(
  { startedAt, elapsedMs }: { readonly startedAt: string; readonly elapsedMs: number },
): string {
  return toOffset(new Date(Date.parse(startedAt) + elapsedMs).toISOString());
}

/** A time in UTC with its offset in digits, as the profile wants it. */
export function toOffset(time: string): string {
  return time.replace(/Z$/, "+00:00");
}
