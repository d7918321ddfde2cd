import { basename, dirname, join, relative } from "node:path";
import { formatSeconds, type StageResult, withEnvironment } from "../../../pipeline/mod.ts";
import type { CommandOptions } from "../options.ts";
import { countStatuses } from "../plan.ts";
import { writeVerdict } from "../verdicts.ts";
import { readSummary } from "./read_summary.ts";
import { formatSummaryTable } from "./summary_table.ts";
import { countColumns } from "../count_columns.ts";
import { INTERRUPTED_CODE } from "../interruption.ts";

const DONE = 0;
const STAGE_FAILED = 1;

/** How a run ended. */
export interface Ending {
  readonly results: readonly StageResult[];
  /** Path of the report if there is one. */
  readonly report: string | null;
  /** What was found not to be reproducible. */
  readonly differences: readonly string[];
  readonly viewName: string;
  /** Whether somebody stopped it, if only while its report was written. */
  readonly isInterrupted: boolean;
  readonly elapsedMs: number;
}

/**
 * Tells how a run ended: to a person what it found, what was done and where the report is; to a program one line of JSON.
 *
 * @param ending How it ended.
 * @param options The command line.
 * @param write Writes to stdout.
 * @returns The exit code.
 */
export async function tellEnding(
  ending: Ending,
  options: CommandOptions,
  write: (text: string) => void,
): Promise<number> {
  const { results, report, differences, viewName, isInterrupted, elapsedMs } = ending;
  const counts = countStatuses(results);
  const [cached, failed] = [counts.cached ?? 0, counts.failed ?? 0];
  const ran = (counts.done ?? 0) + (counts.diverged ?? 0);
  if (options.json) {
    const compared = options.compare ? { differences } : {};
    const finished = { type: "finished", ran, cached, failed, report, elapsedMs, ...compared };
    write(`${JSON.stringify(finished)}\n`);
  } else {
    if (!options.quiet) {
      for (const line of await describeFindings(report)) console.error(line);
      const summary = Object.entries(counts).map(([status, n]) => `${n} ${status}`).join(", ");
      console.error(`${viewName}: ${summary} in ${formatSeconds(elapsedMs)}`);
      if (options.compare && differences.length === 0) {
        console.error(`${ran} stages were computed again: all artifacts are the same, bit for bit`);
      }
    }
    for (const { status, reason } of results) if (status === "failed") console.error(reason);
    for (const line of differences) console.error(line);
    if (report !== null) write(`${shortenPath(report)}\n`);
  }
  if (isInterrupted) return INTERRUPTED_CODE;
  if (report !== null && options.figures !== undefined) await exportFigures(report, options);
  return failed > 0 || differences.length > 0 ? STAGE_FAILED : DONE;
}

/** The table of what was found, and a line for each claim. */
async function describeFindings(report: string | null): Promise<string[]> {
  const summary = report === null ? null : await readSummary(report);
  if (summary === null) return [];
  return [...formatSummaryTable(summary, countColumns()), ...summary.claims.flatMap(writeVerdict)];
}

/** Figures of several experiments go into a folder each. */
async function exportFigures(
  report: string,
  { figures, specs, quiet }: CommandOptions,
): Promise<void> {
  const { writeFigures } = await import("../write_figures.ts");
  const folder = specs.length === 1 ? figures! : join(figures!, basename(dirname(report)));
  const { svg, png, hasBrowser } = await withEnvironment(
    `write figures to "${folder}"`,
    () => writeFigures(report, folder),
  );
  if (quiet) return;
  const reason = hasBrowser ? "" : "; charts as PNG need Chromium on PATH";
  console.error(`figures: ${svg} SVG and ${png} PNG in ${shortenPath(folder)}${reason}`);
}

/** Relative to where the user is, unless that leads upwards. */
function shortenPath(path: string): string {
  const short = relative(Deno.env.get("INIT_CWD") ?? Deno.cwd(), path);
  return short.startsWith("..") ? path : short;
}
