import { basename, join } from "node:path";
import { digestData, EnvironmentError, type PlannedStage } from "../../../pipeline/mod.ts";
import { gatherPack, type PackMember } from "../../../pipeline/archive/mod.ts";
import { listViews } from "../list_views.ts";
import { openResults } from "../open_results.ts";
import type { CommandOptions } from "../options.ts";
import { PROJECT_ROOT, resolveTyped } from "../places.ts";
import { prepareExperiment } from "../prepare.ts";
import { PROVENANCE_FILE } from "../published.ts";
import { CRATE_FILE, describeCrate, README_FILE } from "./describe_crate.ts";
import type { PackedStage } from "./describe_actions.ts";
import { gatherSpec } from "./gather_spec.ts";

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
  const { viewName, experiment, plan, results } = await prepareExperiment(spec, options);
  const store = await openResults(results);
  const view = (await listViews(results)).views.find(({ name }) => name === viewName);
  const isShown = view?.files != null &&
    plan.every(({ id, record }) => record === null || view.keys[id] === record.key);
  // After a failure, what was compared and reported is the rest: the view names those records, and the plan does not.
  const keyOf = ({ id, record }: PlannedStage) =>
    record?.key ?? (isShown ? view.keys[id] : null) ?? "";
  const recordOf = new Map(plan.flatMap((planned) => {
    const record = store.records.get(keyOf(planned));
    return record === undefined ? [] : [[planned.id, record] as const];
  }));
  const records = [...recordOf.values()];
  const missing = plan.map(({ id }) => id).filter((id) => !recordOf.has(id));
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
  if (!isShown) {
    notes.push(`its report is left out: it is not of these results; "deno task run" publishes it`);
  }
  const { path, files, leftOut } = await gatherSpec(resolveTyped(spec), experiment.name);
  if (basename(path) !== basename(spec)) {
    notes.push(`the spec goes in as "${path}", as a pack has no place for "${basename(spec)}"`);
  }
  notes.push(
    ...leftOut.map((file) =>
      `"${file}", which the spec imports, is left out: a pack takes files beside or below the spec whose names begin with a letter or digit`
    ),
  );
  const members = await gatherPack({
    results,
    records: [...new Map(records.map((record) => [record.key, record])).values()],
    failures: failures.map(({ key }) => key),
    checkpoints: withCheckpoints ? plan.flatMap(({ key }) => key === null ? [] : [key]) : [],
    view: isShown
      ? [...Object.keys(view.files!), PROVENANCE_FILE].map((path) => `${viewName}/${path}`)
      : [],
    made: { ...files, [README_FILE]: new TextEncoder().encode(writeReadme(viewName)) },
  });
  const stages = plan.map((planned): PackedStage => {
    const record = recordOf.get(planned.id);
    const failure = failures.find(({ id }) => id === planned.id);
    return {
      plan: planned,
      ...(record === undefined ? {} : { record }),
      ...(failure === undefined ? {} : { failure }),
    };
  });
  const crate = new TextEncoder().encode(describeCrate({
    experiment: viewName,
    question: experiment.question,
    spec: path,
    stages,
    members,
    version: await readVersion(),
  }));
  const description: PackMember = {
    name: CRATE_FILE,
    source: crate,
    digest: digestData(crate),
    sizeBytes: crate.length,
  };
  return {
    experiment: viewName,
    members: [...members, description],
    records: records.length,
    missing,
    notes,
  };
}

function writeReadme(name: string): string {
  return [
    `# Results of the experiment ${name}`,
    "",
    `Made by Assay. \`${name}/report.html\` is the page to read, if the results were published; it`,
    `needs no network. \`${CRATE_FILE}\` says which file is which and what made it. \`.store/\` holds`,
    "every artifact by its SHA-256, with a record of the stage that made it.",
    "",
    "With Assay, `deno task unpack FILE` takes the archive into a results folder, and",
    "`deno task verify FILE` compares it with its manifest. A page from somebody else is as much to be",
    "trusted as they are: `--key` checks who signed it.",
    "",
  ].join("\n");
}

async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await Deno.readTextFile(join(PROJECT_ROOT, "deno.json")));
  return version;
}
