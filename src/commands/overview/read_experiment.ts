import { join } from "node:path";
import type {
  OverviewExperiment,
  OverviewFact,
  OverviewPictures,
} from "../../report/overview/overview_data.ts";
import { openSamples } from "../pictures/open_samples.ts";
import { readRecord } from "../pictures/read_record.ts";
import { REPORT_FILE } from "../published.ts";
import { readProvenance } from "../read_provenance.ts";
import { parseSummary } from "../parse_summary.ts";

const BAD_STATUS = ["failed", "blocked", "diverged"];

/**
 * Reads what the page of a results folder says of one experiment.
 *
 * @param results The results folder.
 * @param name The view folder in it.
 * @throws {Error} If `summary.json` or `provenance.json` is not there, or not as it should be.
 */
export async function readExperiment(results: string, name: string): Promise<OverviewExperiment> {
  const folder = join(results, name);
  const { question, seeds, variants, claims } = parseSummary(
    await Deno.readTextFile(join(folder, "summary.json")),
  );
  const { stages, command, keys, provenance } = await readProvenance(folder);
  const starts = stages.flatMap(({ startedAt }) => startedAt ?? []).sort();
  return {
    name,
    question,
    report: `${encodeURIComponent(name)}/${REPORT_FILE}`,
    command,
    seeds,
    variants: Object.entries(variants).map(([variant, { runs, diverged }]) => {
      return { name: variant, runs, diverged };
    }),
    claims,
    engines: provenance.filter(({ label }) => label === "provenance.engine")
      .map(({ value }) => value as OverviewFact),
    startedAt: starts[starts.length - 1] ?? null,
    spentMs: stages.reduce((sum, { elapsedMs }) => sum + (elapsedMs ?? 0), 0),
    problems: stages.filter(({ status }) => BAD_STATUS.includes(status))
      .map(({ id, status, message }) => {
        return { stage: id, status, ...(message === undefined ? {} : { message }) };
      }),
    ...await readPictures(results, keys.report, Object.keys(variants)),
  };
}

/** The last snapshot of each variant's first seed that has one; nothing where the store has none. */
async function readPictures(
  results: string,
  key: string | null | undefined,
  names: readonly string[],
): Promise<Pick<OverviewExperiment, "pictures" | "pictureProblem">> {
  const record = await readRecord(results, key);
  if (record === null) return {};
  try {
    const source = openSamples(results, record);
    const variants: OverviewPictures["variants"][number][] = [];
    for (const name of names) {
      const seed = source.runs.find(({ variant }) => variant === name)?.seed;
      const last = seed === undefined ? null : (await source.readSnapshots(name, seed))?.at(-1);
      if (last) variants.push({ name, seed: seed!, step: last.step, samples: last });
    }
    if (variants.length === 0) return {};
    const real = await source.readReal();
    const { dataset, centres } = source;
    return { pictures: { dataset, centres, variants, ...(real === undefined ? {} : { real }) } };
  } catch (error) {
    return { pictureProblem: (error as Error).message };
  }
}
