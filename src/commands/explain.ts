import { join } from "node:path";
import { STORE_FOLDER } from "../../pipeline/verify/mod.ts";
import { alignTable } from "./align_table.ts";
import { describeChanges, type Identity, type IdentityChange } from "./explain/describe_changes.ts";
import { findPlanned, type FoundPlan } from "./explain/find_planned.ts";
import { findStage } from "./find_stage.ts";
import { flattenParams } from "./flatten_params.ts";
import { type FoundRecord, type OpenResults, openResults } from "./open_results.ts";
import { PROJECT_ROOT, resolveTyped } from "./places.ts";
import { formatToolHelp, parseToolLine, type ToolDescription } from "./tool_options.ts";

const DONE = 0;

const EXPLAIN: ToolDescription = {
  verb: "explain",
  summary: "says what a stage's key is made of, and what changed since its last record",
  operands: { names: "STAGE_ID [SPEC…]", least: 1, most: 100 },
  options: {
    results: { value: "DIR", help: "folder of artifacts and reports (default: results/)" },
    json: { help: "one JSON object on stdout: {stage, status, key, identity, last, changes}" },
    help: { help: "this text" },
  },
  examples: [
    "deno task explain train-gan/vanilla/seed=21",
    "deno task explain ring.quick/compare",
    "deno task explain report experiments/mine.ts --json",
  ],
  exitCodes: "0 explained, 2 no such stage or several, 3 no results",
};

/** What there is to say of a stage. */
interface Explanation {
  readonly stage: string;
  readonly experiment: string;
  readonly status: string;
  readonly reason: string;
  readonly key: string | null;
  readonly identity: Omit<Identity, "inputs"> & { readonly inputs: Identity["inputs"] | string };
  readonly last: FoundRecord | null;
  /** Since the last record, as far as inputs are known; null if there is none. */
  readonly changes: readonly IdentityChange[] | null;
}

/** `explain STAGE_ID`: why this key, and what changed. */
export async function explainCommand(args: readonly string[]): Promise<number> {
  const { options, operands: [id, ...specs] } = parseToolLine(EXPLAIN, args);
  if (options.help) {
    console.log(formatToolHelp(EXPLAIN));
    return DONE;
  }
  const results = await openResults(options.results as string | undefined);
  const planned = await findPlanned(id, {
    specs: specs.map(resolveTyped),
    results: results.folder,
    known: Object.keys(results.indexes),
  });
  const explanation = planned === null
    ? await explainRecord(results, id)
    : await explainPlan(results, planned);
  if (options.json) console.log(JSON.stringify(explanation));
  else console.log(format(explanation).join("\n"));
  return DONE;
}

async function explainPlan(results: OpenResults, found: FoundPlan): Promise<Explanation> {
  const { experiment, stage, plan, code, inputs } = found;
  const last = findLast(results, { experiment, id: stage.id, besides: plan.key });
  // What is known of a stage that waits for another: its parameters and its code.
  const known = typeof inputs === "string" ? last?.inputs ?? {} : inputs;
  const changes = last === null ? null : await describeChanges(
    readIdentity(results, last),
    { params: stage.params, inputs: known, code },
    { root: PROJECT_ROOT },
  );
  return {
    stage: stage.id,
    experiment,
    status: plan.status,
    reason: plan.reason,
    key: plan.key,
    identity: { params: stage.params, inputs, code },
    last,
    changes,
  };
}

/** Of a stage that no spec has any more, or that came from elsewhere: its last record against the one before. */
async function explainRecord(results: OpenResults, id: string): Promise<Explanation> {
  const { experiment, id: stage, record, failure } = findStage(results, id);
  const last = findLast(results, { experiment, id: stage, besides: record?.key ?? null });
  const identity = record === undefined
    ? { params: {}, inputs: {}, code: { digest: "", sources: {}, packages: [] } }
    : readIdentity(results, record);
  return {
    stage,
    experiment,
    status: failure === undefined ? record!.outcome : "failed",
    reason: failure?.reason ?? "no spec in experiments/ has this stage; its records are compared",
    key: record?.key ?? null,
    identity,
    last,
    changes: last === null
      ? null
      : await describeChanges(readIdentity(results, last), identity, { root: PROJECT_ROOT }),
  };
}

/** The newest record of a stage with another key. */
function findLast(
  { records }: OpenResults,
  { experiment, id, besides }: { experiment: string; id: string; besides: string | null },
): FoundRecord | null {
  const others = [...records.values()].filter((record) =>
    record.experiment === experiment && record.id === id && record.key !== besides
  );
  return others.sort((left, right) => left.startedAt < right.startedAt ? 1 : -1)[0] ?? null;
}

function readIdentity({ folder }: OpenResults, record: FoundRecord): Identity {
  const { params, inputs, fingerprint, code } = record;
  let shelved = { sources: {}, packages: [] };
  try {
    const path = join(folder, STORE_FOLDER, "codes", `${code}.json`);
    shelved = JSON.parse(Deno.readTextFileSync(path));
  } catch {
    // Damaged or gone, which verify tells: the fingerprint is compared alone.
  }
  return { params, inputs, code: { digest: fingerprint, ...shelved } };
}

function format(explanation: Explanation): string[] {
  const { stage, experiment, status, reason, key, identity, last, changes } = explanation;
  const { params, inputs, code } = identity;
  const kind = stage.split("/")[0];
  const inputRows = typeof inputs === "string"
    ? [[`waits for ${inputs}`]]
    : Object.entries(inputs).map(([name, digest]) => [name, digest.slice(0, 12)]);
  const since = last === null
    ? []
    : changes === null
    ? [`The last record is of ${last.startedAt} (key ${last.key.slice(0, 12)})`]
    : [
      `Since the record of ${last.startedAt} (key ${last.key.slice(0, 12)}):`,
      ...alignTable(changes.map(({ part, name, detail }) => ["", part, name, detail])),
      ...(changes.length === 0 ? ["  nothing that its key is made of"] : []),
    ];
  return [
    `${stage} of ${experiment}: ${status}, ${reason}`,
    "",
    `Its key is ${key ?? "not known yet"}, the SHA-256 of`,
    ...indent("kind", [[kind]]),
    ...indent("params", flattenParams(params)),
    ...indent("inputs", inputRows),
    ...indent("code", [[
      `${code.digest.slice(0, 12)}, reached through ${Object.keys(code.sources).length} files ` +
      `and ${code.packages.length} packages`,
    ]]),
    ...(since.length === 0 ? [] : ["", ...since]),
  ];
}

function indent(word: string, rows: readonly (readonly string[])[]): string[] {
  return alignTable(rows).map((line, index) => `  ${(index === 0 ? word : "").padEnd(8)}${line}`);
}
