import { join } from "node:path";
import { digestData, EnvironmentError } from "../../pipeline/mod.ts";
import { STORE_FOLDER } from "../../pipeline/verify/mod.ts";
import { alignTable } from "./align_table.ts";
import { formatVerify } from "./describe_command.ts";
import { findStage } from "./find_stage.ts";
import { flattenParams } from "./flatten_params.ts";
import { formatSize } from "./format_size.ts";
import { type FoundRecord, type OpenResults, openResults } from "./open_results.ts";
import { describeArtifact } from "./show/describe_artifact.ts";
import { findNamed, type FoundArtifact, listArtifacts } from "./show/find_artifact.ts";
import { formatToolHelp, parseToolLine, type ToolDescription } from "./tool_options.ts";
import { UsageError } from "./usage_error.ts";

const DONE = 0;
const STAGE_FAILED = 1;
const DAMAGED = 4;
const DIGEST = /^[0-9a-f]{4,64}$/;

const SHOW: ToolDescription = {
  verb: "show",
  summary: "shows a stage's last result, or what is in an artifact",
  operands: { names: "STAGE_ID [ARTIFACT] | DIGEST", least: 1, most: 2 },
  options: {
    results: { value: "DIR", help: "folder of artifacts and reports (default: results/)" },
    json: { help: "one JSON object on stdout" },
    help: { help: "this text" },
  },
  examples: [
    "deno task show train-gan/vanilla/seed=21",
    "deno task show train-gan/vanilla/seed=21 history",
    "deno task show 7f83b165",
  ],
  exitCodes:
    "0 shown, 1 the stage failed last, 2 no such thing or several, 3 no results, 4 it is damaged",
};

interface ShowSetting {
  readonly isJson: boolean;
  /** The results folder as typed. */
  readonly typed: string | undefined;
}

/** `show STAGE_ID [ARTIFACT]`, `show DIGEST`: an artifact as a person would like to see it. */
export async function showCommand(args: readonly string[]): Promise<number> {
  const { options, operands: [name, artifactName] } = parseToolLine(SHOW, args);
  if (options.help) {
    console.log(formatToolHelp(SHOW));
    return DONE;
  }
  const results = await openResults(options.results as string | undefined);
  const setting = { isJson: options.json === true, typed: options.results as string | undefined };
  if (DIGEST.test(name) && artifactName === undefined) {
    const named = findNamed(results, name);
    if ("artifact" in named) return await showArtifact(results, named.artifact, setting);
    return showRecord(results, named.record, setting);
  }
  const { record, failure, id } = findStage(results, name);
  if (artifactName !== undefined) {
    const artifacts = record === undefined ? [] : listArtifacts(record);
    const artifact = artifacts.find(({ name, file }) => [name, file].includes(artifactName));
    if (artifact !== undefined) return await showArtifact(results, artifact, setting);
    const names = artifacts.map(({ name }) => name).join(", ");
    throw new UsageError(
      `Cannot find "${artifactName}" of "${id}": it has ${names === "" ? "no artifacts" : names}`,
    );
  }
  if (failure === undefined) return showRecord(results, record!, setting);
  if (setting.isJson) console.log(JSON.stringify({ failure }));
  else {
    console.log(`${failure.id} of ${failure.experiment}: failed, ${failure.startedAt}`);
    console.log(`${failure.reason}\n${failure.log}`.trimEnd());
  }
  return STAGE_FAILED;
}

function showRecord(results: OpenResults, record: FoundRecord, { isJson }: ShowSetting): number {
  if (isJson) {
    console.log(JSON.stringify({ record }));
    return DONE;
  }
  const { id, experiment, outcome, detail, elapsedMs, startedAt, peakRssBytes } = record;
  const why = detail === undefined ? "" : ` (${detail})`;
  const names = namesOf(results);
  console.log([
    `${id} of ${experiment}: ${outcome}${why} in ${(elapsedMs / 1000).toFixed(1)} s, ` +
    `${formatSize(peakRssBytes)} of memory, ${startedAt}`,
    `key        ${record.key}`,
    `code       ${record.code}`,
    ...label("params", flattenParams(record.params)),
    ...label(
      "inputs",
      Object.entries(record.inputs).map((
        [name, digest],
      ) => [name, digest.slice(0, 12), names.get(digest) ?? "a pinned file"]),
    ),
    ...label(
      "artifacts",
      listArtifacts(record).map(({ name, digest, file, sizeBytes }) => [
        name,
        digest.slice(0, 12),
        file,
        formatSize(sizeBytes),
      ]),
    ),
  ].join("\n"));
  return DONE;
}

/** Rows under a word that stands before the first of them. */
function label(word: string, rows: readonly (readonly string[])[]): string[] {
  return alignTable(rows).map((line, index) => `${(index === 0 ? word : "").padEnd(11)}${line}`);
}

/** `<file> of <stage>` by digest. */
function namesOf({ records }: OpenResults): Map<string, string> {
  const artifacts = [...records.values()].flatMap(listArtifacts);
  return new Map(
    artifacts.map(({ digest, file, record }) => [digest, `${file} of ${record.id}`]),
  );
}

async function showArtifact(
  { folder }: OpenResults,
  artifact: FoundArtifact,
  { isJson, typed }: ShowSetting,
): Promise<number> {
  const { digest, file, name, record, sizeBytes } = artifact;
  const path = join(folder, STORE_FOLDER, "objects", digest.slice(0, 2), digest);
  const bytes = await Deno.readFile(path).catch((cause) => {
    throw new EnvironmentError(`Cannot show "${file}" of "${record.id}": ${cause.message}`, {
      cause,
    });
  });
  const found = digestData(bytes);
  if (found !== digest) {
    console.error(
      `Cannot show "${file}" of "${record.id}": it is damaged, its SHA-256 is ${found}, ${digest} is wanted. ` +
        `"${formatVerify(typed)} --repair" computes it again`,
    );
    return DAMAGED;
  }
  const { lines, data } = await describeArtifact(bytes, { digest, file });
  if (isJson) {
    console.log(JSON.stringify({ digest, sizeBytes, name, file, stage: record.id, path, ...data }));
    return DONE;
  }
  console.log(`${file} of ${record.id} (${record.experiment}), ${formatSize(sizeBytes)}`);
  console.log(path);
  if (lines.length > 0) console.log(`\n${lines.join("\n")}`);
  return DONE;
}
