import type { Machine } from "./describe_machine.ts";
import { listTargets } from "./list_targets.ts";
import type { WorkResult } from "./measure_work.ts";
import type { BenchResults } from "./results.ts";
import type { Timing } from "./summarize.ts";

const MODES = ["eager", "graph", "xla", "portable"];
const NONE = "–";

/**
 * Writes the results as Markdown: where they were measured, steps, metrics, runner, experiment, and targets.
 *
 * @param results What was measured.
 * @returns Sections between blank lines; what was not measured is absent.
 */
export function formatTables(results: BenchResults): string {
  return [
    formatMachine(results.machine, results.rounds),
    ...formatSteps(results.steps),
    ...formatMetrics(results.steps),
    ...formatRunner(results),
    ...formatExperiment(results),
    ...formatTargets(results),
  ].join("\n\n");
}

function formatMachine(machine: Machine, rounds: number): string {
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  return `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}; ` +
    `${machine.threads} threads each, ${rounds} rounds in turn, ${
      machine.measuredAt.slice(0, 10)
    }. ` +
    `Median milliseconds, the smallest in brackets. ${versions.join(", ")}.`;
}

function formatSteps(all: readonly WorkResult[]): string[] {
  const steps = all.filter(({ chosen }) => chosen !== "plain");
  if (steps.length === 0) return [];
  const rows = steps.map((step) => [
    step.label,
    ...MODES.map((mode) => mark(formatTiming(step.ours[mode]), mode === step.chosen)),
    formatTorch(step.peers),
    formatTiming(step.peers["torch.compile"]),
    formatTiming(step.peers.jax),
  ]);
  const head = ["One step", ...MODES, "PyTorch", "torch.compile", "JAX jit"];
  return [
    writeTable(head, rows),
    "Bold is what a run uses. PyTorch is the better of its two layouts; cl: channels last.",
  ];
}

/** The better of contiguous and channels-last tensors, by their medians. */
function formatTorch(peers: Readonly<Record<string, Timing>>): string {
  const contiguous = peers.torch;
  const channelsLast = peers["torch channels-last"];
  if (channelsLast === undefined) return formatTiming(contiguous);
  return contiguous !== undefined && contiguous.medianMs <= channelsLast.medianMs
    ? formatTiming(contiguous)
    : `${formatTiming(channelsLast)} cl`;
}

function formatMetrics(all: readonly WorkResult[]): string[] {
  const rows = all.filter(({ chosen }) => chosen === "plain").map((step) => [
    step.label,
    formatTiming(step.ours.plain),
    Object.entries(step.peers).map(([name, timing]) => `${name} ${formatTiming(timing)}`).join(
      ", ",
    ) ||
    NONE,
  ]);
  return rows.length === 0 ? [] : [writeTable(["Metric", "Assay", "Peer"], rows)];
}

function formatRunner({ runner = [] }: BenchResults): string[] {
  if (runner.length === 0) return [];
  const names = [...new Set(runner.flatMap(({ peers }) => Object.keys(peers)))];
  const rows = runner.map(({ work, stageCount, ours, peers }) => [
    `${work}, ${stageCount.toLocaleString("en")} stages`,
    formatTiming(ours),
    `${Math.round(ours.peakRssBytes / 2 ** 20)} MiB`,
    ...names.map((name) => formatTiming(peers[name])),
  ]);
  return [writeTable(["Runner", "Assay", "memory", ...names], rows)];
}

function formatExperiment({ experiment }: BenchResults): string[] {
  if (experiment === undefined) return [];
  const seconds = (ms: number) => `${(ms / 1000).toFixed(0)} s`;
  const peers = Object.entries(experiment.peers).map(([name, { ms }]) => `${name}: ${seconds(ms)}`);
  const all = [`Assay: ${seconds(experiment.ours.ms)}`, ...peers].join("; ");
  return [
    `The whole mode-collapse experiment, cold, judge and evaluation included ` +
    `(${experiment.measuredAt.slice(0, 10)}). ${all}.`,
  ];
}

function formatTargets(results: BenchResults): string[] {
  const rows = listTargets(results).map(({ work, bound, measured, isMet }) => [
    work,
    bound,
    measured,
    isMet ? "met" : "**missed**",
  ]);
  return rows.length === 0 ? [] : [writeTable(["Target", "bound", "measured", ""], rows)];
}

function formatTiming(timing: Timing | undefined): string {
  if (timing === undefined) return NONE;
  return `${formatMs(timing.medianMs)} (${formatMs(timing.minMs)})`;
}

function formatMs(ms: number): string {
  if (ms >= 100) return ms.toFixed(0);
  return ms.toPrecision(ms >= 1 ? 3 : 2);
}

function mark(text: string, isMarked: boolean): string {
  return isMarked && text !== NONE ? `**${text}**` : text;
}

function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
