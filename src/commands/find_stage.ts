import { closest } from "fastest-levenshtein";
import type { FailureRecord } from "../../pipeline/mod.ts";
import type { FoundRecord, OpenResults } from "./open_results.ts";
import { UsageError } from "./usage_error.ts";

/** What a results folder knows of a stage. */
export interface FoundStage {
  readonly experiment: string;
  readonly id: string;
  /** Its last record. */
  readonly record?: FoundRecord;
  /** A failure that came after that record. */
  readonly failure?: FailureRecord;
}

/**
 * Finds a stage by its id, or by `<experiment>/<id>` where several experiments have it.
 *
 * @param results The results folder.
 * @param name As typed.
 * @throws {UsageError} If there is none, naming the nearest, or several, naming all.
 */
export function findStage(results: OpenResults, name: string): FoundStage {
  const stages = listStages(results);
  const exact = stages.filter(({ experiment, id }) => `${experiment}/${id}` === name);
  const found = exact.length > 0 ? exact : stages.filter(({ id }) => id === name);
  const [stage, ...others] = found;
  if (stage === undefined) {
    const ids = [...new Set(stages.map(({ id }) => id))];
    const hint = ids.length === 0
      ? "the store has no stages"
      : `the nearest is "${closest(name, ids)}". "deno task status" lists experiments`;
    throw new UsageError(
      `Cannot find "${name}" in "${results.folder}": no stage has this id; ${hint}`,
    );
  }
  const isSame = others.every(({ record }) => record?.key === stage.record?.key);
  if (isSame && stage.failure === undefined) return stage;
  if (others.length === 0) return stage;
  const names = found.map(({ experiment, id }) => `"${experiment}/${id}"`).join(", ");
  throw new UsageError(
    `Cannot tell which "${name}" is meant: there are ${names}. Name one of them`,
  );
}

/** Every stage of every experiment that has a record or a failure. */
function listStages({ indexes, records, failures }: OpenResults): FoundStage[] {
  const stages = Object.entries(indexes).flatMap(([experiment, keys]) =>
    Object.entries(keys).map(([id, key]): FoundStage => {
      const record = records.get(key);
      return { experiment, id, ...(record === undefined ? {} : { record }) };
    })
  );
  const known = new Map(stages.map((stage) => [`${stage.experiment}/${stage.id}`, stage]));
  // Of a run that was killed, no index tells.
  for (const record of records.values()) {
    const { experiment, id } = record;
    if (!known.has(`${experiment}/${id}`)) {
      known.set(`${experiment}/${id}`, { experiment, id, record });
    }
  }
  for (const failure of failures) {
    const { experiment, id, startedAt } = failure;
    const stage = known.get(`${experiment}/${id}`) ?? { experiment, id };
    const last = stage.failure?.startedAt ?? stage.record?.startedAt ?? "";
    if (startedAt > last) known.set(`${experiment}/${id}`, { ...stage, failure });
  }
  return [...known.values()];
}
