import { formatMetric, formatReal } from "../../src/commands/run/summary_table.ts";
import type { ExperimentSummary } from "../../src/commands/summary.ts";
import { writeVerdict } from "../../src/commands/verdicts.ts";
import { makeTable } from "../make_table.ts";

/**
 * Puts what kept experiments found between their marks in `docs/results/README.md`: a table of the metrics that were
 * claimed of, and the verdict on each claim.
 *
 * @param text The document.
 * @param readSummary Gives the summary that is kept under a name.
 * @returns It with its tables as the summaries have them.
 * @throws {Error} If a mark has no end.
 */
export function makeResultsDoc(
  text: string,
  readSummary: (name: string) => ExperimentSummary,
): string {
  const block = /<!-- results: (\S+) -->\n([\s\S]*?)<!-- results: end -->/g;
  const begun = text.match(/<!-- results: (?!end)/g)?.length ?? 0;
  if ([...text.matchAll(block)].length !== begun) {
    throw new Error("Cannot write the results: a mark has no end");
  }
  return text.replace(block, (_, name: string) => {
    const body = describeResults(readSummary(name));
    return [
      `<!-- results: ${name} -->`,
      "<!-- deno-fmt-ignore-start -->",
      "",
      body,
      "",
      "<!-- deno-fmt-ignore-end -->",
      "<!-- results: end -->",
    ].join("\n");
  });
}

function describeResults({ variants, reference, claims }: ExperimentSummary): string {
  const metrics = [...new Set(claims.map(({ metric }) => metric))];
  const rows = Object.entries(variants).map(([name, { runs, diverged, metrics: found }]) => [
    name,
    diverged === 0 ? `${runs}` : `${runs - diverged} of ${runs}`,
    ...metrics.map((metric) => formatMetric(found[metric], runs - diverged)),
  ]);
  const real = metrics.map((metric) => formatReal(reference[metric]));
  const verdicts = claims.map((claim) => {
    const [first, ...rest] = writeVerdict(claim).map((line) => line.trim());
    const [verdict, said] = first.split(/ {2,}/);
    return `- **${verdict}**: ${[said, ...rest].join(". ")}`;
  });
  return [
    makeTable(["variant", "n", ...metrics.map((metric) => `\`${metric}\``)], [
      ...rows,
      ["_real data_", "", ...real],
    ]),
    "",
    ...verdicts,
  ].join("\n");
}
