import { alignTable } from "./align_table.ts";
import { compareMetrics, type MetricDifference } from "./diff/compare_metrics.ts";
import { readSides, type Side } from "./diff/read_side.ts";
import { describeChanges, type IdentityChange } from "./explain/describe_changes.ts";
import { PROJECT_ROOT } from "./places.ts";
import { STAGE_KINDS } from "../stages/catalogue.ts";
import { formatToolHelp, parseToolLine, type ToolDescription } from "./tool_options.ts";
import { UsageError } from "./usage_error.ts";

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

/** A stage that both sides have, and that is not the same. */
interface StageDifference {
  readonly stage: string;
  /** What its key is made of. */
  readonly changes: readonly IdentityChange[];
  /** Artifacts whose bytes differ. */
  readonly artifacts: readonly string[];
}

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

function pairSides(
  left: readonly Side[],
  right: readonly Side[],
  names: readonly [string, string],
): [Side, Side][] {
  if (left.length === 1 && right.length === 1) return [[left[0], right[0]]];
  const pairs = left.flatMap((side): [Side, Side][] => {
    const other = right.find(({ view }) => view.name === side.view.name);
    return other === undefined ? [] : [[side, other]];
  });
  if (pairs.length > 0) return pairs;
  const list = (sides: readonly Side[]) => sides.map(({ view }) => view.name).join(", ");
  throw new UsageError(
    `Cannot compare "${names[0]}" with "${names[1]}": no experiment is in both. They have ` +
      `${list(left)} and ${list(right)}; name one folder of each`,
  );
}

async function compare(left: Side, right: Side): Promise<Comparison> {
  const ids = [...new Set([...Object.keys(left.view.keys), ...Object.keys(right.view.keys)])];
  const stages: StageDifference[] = [];
  const onlyIn: [string[], string[]] = [[], []];
  for (const id of ids) {
    const [before, now] = [left, right].map(({ view, records }) =>
      records.get(view.keys[id] ?? "")
    );
    if (before === undefined || now === undefined) {
      if (before !== undefined) onlyIn[0].push(id);
      if (now !== undefined) onlyIn[1].push(id);
      continue;
    }
    const changes = before.key === now.key ? [] : await describeChanges(
      { ...before, code: { digest: before.fingerprint, ...left.readCode(before.code) } },
      { ...now, code: { digest: now.fingerprint, ...right.readCode(now.code) } },
      { root: PROJECT_ROOT },
    );
    const { volatile = [] } = STAGE_KINDS[now.kind] ?? {};
    const artifacts = Object.keys(now.outputs).filter((name) =>
      !volatile.includes(name) && before.outputs[name]?.digest !== now.outputs[name].digest
    );
    if (changes.length + artifacts.length > 0) stages.push({ stage: id, changes, artifacts });
  }
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
