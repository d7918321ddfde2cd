import { basename } from "node:path";
import { EnvironmentError } from "../../../pipeline/mod.ts";
import { gatherPack, type PackMember } from "../../../pipeline/archive/mod.ts";
import { listViews } from "../list_views.ts";
import { openResults } from "../open_results.ts";
import type { CommandOptions } from "../options.ts";
import { resolveTyped } from "../places.ts";
import { prepareExperiment } from "../prepare.ts";
import { PROVENANCE_FILE } from "../published.ts";

/** What a pack of an experiment holds. */
export interface GatheredExperiment {
  /** Name of its view folder. */
  readonly experiment: string;
  readonly members: readonly PackMember[];
  /** How many records. */
  readonly records: number;
  /** Ids of stages that have none. */
  readonly missing: readonly string[];
  /** What the pack lacks, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Gathers what a spec needs: the records of its stages with their code and artifacts, failures where there is no record,
 * the spec itself, and the view.
 *
 * @param spec Path of the spec as typed.
 * @param options The command line.
 * @throws {EnvironmentError} If nothing of it was computed.
 */
export async function gatherExperiment(
  spec: string,
  options: CommandOptions,
  { withCheckpoints }: { readonly withCheckpoints: boolean },
): Promise<GatheredExperiment> {
  const { viewName, plan, results } = await prepareExperiment(spec, options);
  const store = await openResults(results);
  const records = plan.flatMap(({ record }) =>
    record === null ? [] : [store.records.get(record.key)!]
  );
  const missing = plan.filter(({ record }) => record === null).map(({ id }) => id);
  const failures = store.failures.filter(({ experiment, id }) =>
    experiment === viewName && missing.includes(id)
  );
  if (records.length + failures.length === 0) {
    throw new EnvironmentError(
      `Cannot pack "${viewName}": nothing of it is in "${results}". Run it first: deno task run ${spec}`,
    );
  }
  const notes = missing.length === 0
    ? []
    : [`${missing.length} stages have no result, ${missing[0]} the first`];
  const view = (await listViews(results)).views.find(({ name }) => name === viewName);
  const isShown = view?.files != null &&
    plan.every(({ id, record }) => (view.keys[id] ?? null) === (record?.key ?? null));
  if (!isShown) {
    notes.push(`its report is left out: it is not of these results; "deno task run" publishes it`);
  }
  const text = await Deno.readFile(resolveTyped(spec));
  const members = await gatherPack({
    results,
    records: [...new Map(records.map((record) => [record.key, record])).values()],
    failures: failures.map(({ key }) => key),
    checkpoints: withCheckpoints ? plan.flatMap(({ key }) => key === null ? [] : [key]) : [],
    view: isShown
      ? [...Object.keys(view!.files!), PROVENANCE_FILE].map((path) => `${viewName}/${path}`)
      : [],
    made: { [`specs/${basename(spec)}`]: text },
  });
  return { experiment: viewName, members, records: records.length, missing, notes };
}
