import { alignTable } from "./align_table.ts";
import { compareMetrics, type MetricDifference } from "./diff/compare_metrics.ts";
import { compareStages, type StageDifference } from "./diff/compare_stages.ts";
import { pairSides } from "./diff/pair_sides.ts";
import { readSides, type Side } from "./diff/read_side.ts";
import { formatToolHelp, parseToolLine, type ToolDescription } from "./tool_options.ts";

const SAME = 0;
const DIFFERENT = 1;
const MOST_LISTED = 20;

const DIFF: ToolDescription = {
  verb: "diff",
  summary: "compares two results: parameters, code, artifacts and metrics that differ",
  operands: { names: "RESULTS_A RESULTS_B", least: 2, most: 2 },
  options: {
    json: { help: "one JSON object for each experiment: {experiment, stages, metrics, onlyIn}" },
    help: { help: "this text" },
  },
  examples: [
    "deno task diff results ~/Downloads/their-results",
    "deno task diff results/ring results/ring.quick",
  ],
  exitCodes: "0 nothing differs, 1 something does, 2 usage error, 3 no results",
};

/** How two published experiments differ. */
interface Comparison {
  readonly experiment: readonly [string, string];
  readonly stages: readonly StageDifference[];
  readonly metrics: readonly MetricDifference[];
  /** Stages that one side lacks. */
  readonly onlyIn: readonly [readonly string[], readonly string[]];
}

/** `diff RESULTS_A RESULTS_B`: what differs, and what made it differ. */
export async function diffCommand(args: readonly string[]): Promise<number> {
  const { options, operands: [first, second] } = parseToolLine(DIFF, args);
  if (options.help) {
    console.log(formatToolHelp(DIFF));
    return SAME;
  }
  const pairs = pairSides(await readSides(first), await readSides(second), [first, second]);
  let isSame = true;
  for (const [left, right] of pairs) {
    const comparison = await compare(left, right);
    const { stages, metrics, onlyIn } = comparison;
    isSame &&= stages.length + metrics.length + onlyIn.flat().length === 0;
    console.log(options.json ? JSON.stringify(comparison) : format(comparison).join("\n"));
  }
  return isSame ? SAME : DIFFERENT;
}

async function compare(left: Side, right: Side): Promise<Comparison> {
  const { stages, onlyIn } = await compareStages(left, right);
  const experiment = [left.view.name, right.view.name] as const;
  return { experiment, stages, metrics: await compareMetrics(left, right), onlyIn };
}

function format({ experiment: [left, right], stages, metrics, onlyIn }: Comparison): string[] {
  const lines = [left === right ? left : `${left} and ${right}`];
  if (stages.length + metrics.length + onlyIn.flat().length === 0) {
    return [`${lines[0]}: nothing differs`];
  }
  for (const { stage, changes, artifacts } of stages) {
    const differing = artifacts.length === 0
      ? "the same bytes"
      : `${artifacts.join(", ")} ${artifacts.length === 1 ? "differs" : "differ"}`;
    lines.push(`${stage}: ${differing}`);
    lines.push(...alignTable(
      changes.filter(({ part }) => part !== "input")
        .map(({ part, name, detail }) => ["", part, name, detail]),
    ));
  }
  onlyIn.forEach((ids, side) => {
    if (ids.length > 0) {
      lines.push(`only in the ${side === 0 ? "first" : "second"}: ${ids.join(", ")}`);
    }
  });
  if (metrics.length > 0) lines.push(`metrics that differ: ${metrics.length}`);
  const show = (value: number | null) => value === null ? "–" : String(value);
  lines.push(...alignTable(
    metrics.slice(0, MOST_LISTED).map(({ variant, seed, step, metric, before, now }) => [
      "",
      `${variant}/seed=${seed}`,
      `step ${step}`,
      metric,
      `${show(before)} -> ${show(now)}`,
    ]),
  ));
  if (metrics.length > MOST_LISTED) {
    lines.push(`  and ${metrics.length - MOST_LISTED} more; --json lists all`);
  }
  return lines;
}
