import { collectGarbage, type Collection } from "../../pipeline/garbage/mod.ts";
import { findSpecs } from "./find_specs.ts";
import { formatSize } from "./format_size.ts";
import { listViews } from "./list_views.ts";
import { openResults } from "./open_results.ts";
import { parseOptions } from "./options.ts";
import { resolveTyped } from "./places.ts";
import { prepareExperiment } from "./prepare.ts";
import { formatToolHelp, parseToolLine, type ToolDescription } from "./tool_options.ts";
import { UsageError } from "./usage_error.ts";

const DONE = 0;
const KEEP_DAYS = 7;

const GC: ToolDescription = {
  verb: "gc",
  summary: "removes artifacts and records that no spec, no report and no young record needs",
  operands: { names: "[SPEC…]", least: 0, most: 100 },
  options: {
    "dry-run": { help: "list what would be removed; remove nothing" },
    "keep-days": { value: "N", help: `keep records younger than this (default: ${KEEP_DAYS})` },
    results: { value: "DIR", help: "folder of artifacts and reports (default: results/)" },
    json: { help: "one JSON object on stdout: {removed, removedBytes, keptBytes, dryRun}" },
    help: { help: "this text" },
  },
  examples: [
    "deno task gc --dry-run",
    "deno task gc --keep-days 0",
    "deno task gc ~/specs/mine.ts",
  ],
  exitCodes:
    "0 done, 2 usage error or a spec that cannot be read, 3 no results or some that cannot be read",
};

/** `gc [SPEC…]`: removes what neither the specs in `experiments/`, nor those given, nor a view folder needs. */
export async function gcCommand(args: readonly string[]): Promise<number> {
  const { options, operands } = parseToolLine(GC, args);
  if (options.help) {
    console.log(formatToolHelp(GC));
    return DONE;
  }
  const keepDays = parseDays(options["keep-days"] as string | undefined);
  const { folder } = await openResults(options.results as string | undefined);
  const roots = await listRoots(folder, operands.map(resolveTyped));
  const dryRun = options["dry-run"] === true;
  const collection = await collectGarbage(folder, { roots, keepDays, dryRun });
  if (options.json) {
    const { removed, removedBytes, keptBytes } = collection;
    const files = removed.map(({ path, place, sizeBytes }) => ({ path, place, sizeBytes }));
    console.log(JSON.stringify({ removed: files, removedBytes, keptBytes, dryRun }));
  } else tell(collection, dryRun);
  return DONE;
}

/** Keys that specs plan, as they are and with each preset, and that views show. */
async function listRoots(results: string, given: readonly string[]): Promise<Set<string>> {
  const { specs, broken } = await findSpecs(given);
  const { views, broken: brokenViews } = await listViews(results);
  for (const { path, reason } of broken) {
    throw new UsageError(
      `Cannot tell what is needed: "${path}" cannot be read, and nothing is removed. Mend it, or move it away. ${reason}`,
    );
  }
  for (const { name, reason } of brokenViews) {
    throw new UsageError(
      `Cannot tell what "${name}/" shows: ${reason}, and nothing is removed. Run it again, or delete the folder`,
    );
  }
  const roots = new Set<string>();
  for (const { path, settings } of specs) {
    for (const { line } of settings) {
      const options = parseOptions([...line, "--dry-run", "--results", results]);
      const { plan } = await prepareExperiment(path, options);
      for (const { key } of plan) if (key !== null) roots.add(key);
    }
  }
  for (const { keys } of views) {
    for (const key of Object.values(keys)) if (key !== null) roots.add(key);
  }
  return roots;
}

function parseDays(text: string | undefined): number {
  const days = Number(text ?? KEEP_DAYS);
  if (Number.isFinite(days) && days >= 0) return days;
  throw new UsageError(`Cannot read "--keep-days": it must be a number >= 0: value is ${text}`);
}

function tell({ removed, removedBytes, keptBytes }: Collection, dryRun: boolean): void {
  if (dryRun) {
    for (const { path, sizeBytes } of removed) {
      console.log(`${formatSize(sizeBytes).padStart(10)}  .store/${path}`);
    }
  }
  const count = (place: string) => removed.filter((file) => file.place === place).length;
  const others = removed.length - count("record") - count("object");
  console.log(
    `${count("record")} records, ${count("object")} artifacts and ${others} other files ` +
      `${dryRun ? "would be" : "were"} removed: ${formatSize(removedBytes)}; ${
        formatSize(keptBytes)
      } kept`,
  );
}
