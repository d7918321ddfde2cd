import { basename, dirname, join } from "node:path";
import { DamageError } from "../../pipeline/mod.ts";
import type { Both, ComparedExperiment } from "../report/comparison/comparison_data.ts";
import { renderComparison } from "../report/comparison/render_comparison.ts";
import { compareExperiment } from "./compare/compare_experiment.ts";
import { formatComparison } from "./compare/format_comparison.ts";
import { readPictures } from "./compare/read_pictures.ts";
import { readPublished } from "./compare/read_published.ts";
import { listLone } from "./diff/list_lone.ts";
import { pairSides } from "./diff/pair_sides.ts";
import { readSides, type Side } from "./diff/read_side.ts";
import { findResults, resolveTyped } from "./places.ts";
import { formatToolHelp, parseToolLine, type ToolDescription } from "./tool_options.ts";
import { UsageError } from "./usage_error.ts";

const DONE = 0;
const DAMAGED = 4;
const PAGE = "comparison.html";

const COMPARE: ToolDescription = {
  verb: "compare",
  summary: "sets two results side by side in one page: what differs, and by how much",
  operands: { names: "RESULTS_A RESULTS_B", least: 2, most: 2 },
  options: {
    out: { value: "FILE", help: `where the page goes (default: results/${PAGE})` },
    json: { help: "one JSON object for each experiment on stdout, samples left out" },
    help: { help: "this text" },
  },
  examples: [
    "deno task compare results ~/Downloads/their-results",
    "deno task compare results/ring results/ring.quick --out ring.html",
    "deno task compare before after --json",
  ],
  exitCodes: "0 compared, 2 usage error, 3 no results, 4 damage found",
};

/** `compare RESULTS_A RESULTS_B`: two results side by side, with the paired differences of their means. */
export async function compareCommand(args: readonly string[]): Promise<number> {
  const { options, operands } = parseToolLine(COMPARE, args);
  if (options.help) {
    console.log(formatToolHelp(COMPARE));
    return DONE;
  }
  const typed: Both<string> = [operands[0], operands[1]];
  const all: Both<Side[]> = [await readSides(typed[0]), await readSides(typed[1])];
  const pairs = pairSides(...all, typed);
  try {
    const experiments = await compareAll(pairs);
    if (options.json) {
      for (const one of experiments) console.log(JSON.stringify(withoutPictures(one)));
    } else for (const one of experiments) console.log(formatComparison(one).join("\n"));
    const page = options.out === undefined
      ? join(findResults(undefined), PAGE)
      : resolveTyped(String(options.out));
    const [left, right] = listLone(all, pairs, typed);
    const html = await renderComparison({
      sides: typed,
      experiments,
      onlyIn: [left.map(({ view }) => view.name), right.map(({ view }) => view.name)],
    });
    await writePage(page, html);
    console.error(page);
    return DONE;
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    console.error(error.message);
    return DAMAGED;
  }
}

async function compareAll(pairs: readonly Both<Side>[]): Promise<ComparedExperiment[]> {
  const experiments: ComparedExperiment[] = [];
  for (const pair of pairs) {
    const published = [await readPublished(pair[0]), await readPublished(pair[1])] as const;
    const compared = await compareExperiment(pair, published);
    if (pairs.length === 1) requireCommon(compared, published.map(({ summary }) => summary));
    const { variants, seeds } = compared;
    const pictures = await readPictures(pair, { variants, seeds, experimentCount: pairs.length });
    experiments.push({ ...compared, ...(pictures === undefined ? {} : { pictures }) });
  }
  return experiments;
}

/** Experiments without a variant in common say nothing of each other. */
function requireCommon(
  { names, variants }: ComparedExperiment,
  summaries: readonly { readonly variants: Readonly<Record<string, unknown>> }[],
): void {
  if (variants.length > 0) return;
  const [first, second] = summaries.map((summary) => Object.keys(summary.variants).join(", "));
  throw new UsageError(
    `Cannot compare "${names[0]}" with "${names[1]}": no variant is in both. They have ${first} ` +
      `and ${second}; two results of one experiment are wanted`,
  );
}

async function writePage(path: string, html: string): Promise<void> {
  const draft = `${path}.new`;
  try {
    await Deno.mkdir(findResults(undefined), { recursive: true });
    await Deno.writeTextFile(draft, html);
    await Deno.rename(draft, path);
  } catch (error) {
    await Deno.remove(draft).catch(() => {});
    throw new UsageError(
      `Cannot write "${basename(path)}" to "${dirname(path)}": ${(error as Error).message}. ` +
        `Name a file in a folder that is there with --out`,
    );
  }
}

function withoutPictures({ pictures: _, ...rest }: ComparedExperiment) {
  return rest;
}
