import { alignTable } from "./align_table.ts";
import { compareMetrics, type MetricDifference } from "./diff/compare_metrics.ts";
import { compareStages, type StageDifference } from "./diff/compare_stages.ts";
import { listLone } from "./diff/list_lone.ts";
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
  /** Their names; null for a side that has no such experiment. */
  readonly experiment: readonly [string | null, string | null];
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
  const typed = [first, second] as const;
  const sides = [await readSides(first), await readSides(second)] as const;
  const pairs = pairSides(...sides, typed);
  const comparisons: Comparison[] = [];
  for (const [left, right] of pairs) comparisons.push(await compare(left, right));
  const [left, right] = listLone(sides, pairs, typed);
  comparisons.push(...left.map((side) => describeLone(side, 0)));
  comparisons.push(...right.map((side) => describeLone(side, 1)));
  for (const comparison of comparisons) {
    console.log(options.json ? JSON.stringify(comparison) : format(comparison).join("\n"));
  }
  return comparisons.every(isSame) ? SAME : DIFFERENT;
}

async function compare(left: Side, right: Side): Promise<Comparison> {
  const { stages, onlyIn } = await compareStages(left, right);
  const experiment = [left.view.name, right.view.name] as const;
  return { experiment, stages, metrics: await compareMetrics(left, right), onlyIn };
}

/** An experiment that one side lacks, and all of its stages with it. */
function describeLone({ view: { name, keys } }: Side, at: 0 | 1): Comparison {
  const pair = <T>(own: T, other: T): readonly [T, T] => at === 0 ? [own, other] : [other, own];
  const onlyIn = pair(Object.keys(keys), []);
  return { experiment: pair<string | null>(name, null), stages: [], metrics: [], onlyIn };
}

function isSame({ experiment, stages, metrics, onlyIn }: Comparison): boolean {
  return !experiment.includes(null) && stages.length + metrics.length + onlyIn.flat().length === 0;
}

function format(comparison: Comparison): string[] {
  const { experiment: [left, right], stages, metrics, onlyIn } = comparison;
  if (left === null) return [`${right}: only in the second`];
  if (right === null) return [`${left}: only in the first`];
  const lines = [left === right ? left : `${left} and ${right}`];
  if (isSame(comparison)) return [`${lines[0]}: nothing differs`];
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
