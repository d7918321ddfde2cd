import { METRICS } from "../../metrics/catalogue.ts";
import { SET_METRICS } from "../../metrics/catalogue/set_metrics.ts";
import type { MetricDescription } from "../../metrics/metric_description.ts";
import { formatInterval } from "../../report/format_interval.ts";
import { formatNumber } from "../../report/format_number.ts";
import type { SetMeasurement } from "./measure_subject.ts";

const ARROWS = { higher: "↑", lower: "↓" };
const WIDTH = 100, INDENT = 4;
const NEIGHBOUR = /_k(\d+)$/;

/**
 * Writes measured metrics for reading: a line each with its value, its interval and the better direction, and below it what
 * it means and when it lies.
 *
 * @param measurement What was measured.
 * @param head Lines about the two sets.
 * @returns The text.
 */
export function formatEvaluation(measurement: SetMeasurement, head: readonly string[]): string {
  const entries = Object.entries(measurement.metrics).map(([name, value]) => {
    const { label, better, description } = describe(name);
    const neighbour = NEIGHBOUR.exec(name)?.[1];
    return {
      title: `${label}${neighbour === undefined ? "" : `, k = ${neighbour}`}`,
      arrow: better === null ? " " : ARROWS[better],
      text: formatValue(value, measurement.reasons[name]),
      help: neighbour === undefined ? description : adaptHelp(description, Number(neighbour)),
    };
  });
  const width = Math.max(...entries.map(({ title }) => title.length));
  const lines = entries.flatMap(({ title, arrow, text, help }) => [
    "",
    `${title.padEnd(width)}  ${arrow}  ${text}`,
    ...wrap(help),
  ]);
  return [...head, ...lines, "", "↓ lower is better, ↑ higher is better; in brackets, 95 %"].join(
    "\n",
  );
}

function formatValue(value: SetMeasurement["metrics"][string], reason: string | undefined): string {
  if (value === null) return `undefined: ${reason}`;
  if (typeof value === "number") return formatNumber(value);
  return `${formatNumber(value.value)} ${formatInterval(value.low, value.high)}`;
}

/** The catalogue speaks of the 5th neighbour. */
function adaptHelp(description: string, neighbour: number): string {
  return description.replaceAll("5th", toOrdinal(neighbour))
    .replaceAll("k = 5", `k = ${neighbour}`)
    .replaceAll("0.97", String(expectCoverage(neighbour)));
}

/** Coverage of samples of the data's own law at equal counts, 1 - 2^-k; with three digits where two would say 1. */
function expectCoverage(neighbour: number): number {
  return Number((1 - 2 ** -neighbour).toFixed(neighbour <= 6 ? 2 : 3));
}

/** 1st, 2nd, 3rd, 4th, …, 11th, …, 21st. */
function toOrdinal(number: number): string {
  const isTeen = Math.floor(number / 10) % 10 === 1;
  return `${number}${isTeen ? "th" : ["th", "st", "nd", "rd"][number % 10] ?? "th"}`;
}

function describe(name: string): MetricDescription {
  const base = name.replace(NEIGHBOUR, "_k5");
  return METRICS[base] ?? SET_METRICS.find((metric) => metric.name === base)!;
}

/** Lines of at most 100 characters, indented. */
function wrap(text: string): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines[lines.length - 1];
    if (line.length + 1 + word.length > WIDTH - INDENT) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.map((line) => " ".repeat(INDENT) + line);
}
