import { METRICS } from "../../../src/metrics/catalogue.ts";
import { SET_METRICS } from "../../../src/metrics/catalogue/set_metrics.ts";
import { makeTable } from "../../make_table.ts";
import { compareGoldens, type Comparison } from "./compare_goldens.ts";
import { GOLDEN_METRICS } from "./golden_metrics.ts";
import type { GoldenMetric } from "./golden_metric.ts";

/** Smaller references count as 0: differences from them are absolute. */
const SMALLEST = 1e-9;
const ARROWS = { higher: "↑", lower: "↓" };

/**
 * Puts the generated tables between their marks in `docs/metrics.md`.
 *
 * @param text The document.
 * @returns It with its tables as they are now.
 * @throws {Error} If a mark is missing.
 */
export function makeMetricsDoc(text: string): string {
  return Object.entries({ goldens: makeGoldenTable(), catalogue: makeCatalogueTable() })
    .reduce((whole, [name, table]) => replaceBetween(whole, name, table), text);
}

function makeGoldenTable(): string {
  const rows = GOLDEN_METRICS.map((metric) => {
    const comparisons = compareGoldens(metric);
    return [
      metric.label,
      metric.definition,
      nameReferences(metric),
      String(comparisons.length),
      describeDifference(comparisons),
    ];
  });
  return makeTable(
    ["metric", "definition", "reference implementation", "values", "largest relative difference"],
    rows,
  );
}

function makeCatalogueTable(): string {
  const rows = [...Object.values(METRICS), ...SET_METRICS].map((metric) => [
    `\`${metric.name}\`${metric.better === null ? "" : ` ${ARROWS[metric.better]}`}`,
    metric.description,
    metric.source,
  ]);
  return makeTable(["name", "what it means, and when it lies", "source"], rows);
}

/** The libraries with the versions that the golden file states. */
function nameReferences({ golden, references }: GoldenMetric): string {
  const path = new URL(`../../golden/${golden}.json`, import.meta.url);
  const { reference }: { reference: { library: string; version: string }[] } = JSON.parse(
    Deno.readTextFileSync(path),
  );
  return references.map((name) => {
    const found = reference.find(({ library }) => library === name);
    if (found === undefined) throw new Error(`Cannot find "${name}" in "${golden}.json"`);
    return `${name} ${found.version}`;
  }).join(", ");
}

function describeDifference(comparisons: readonly Comparison[]): string {
  let relative = 0, absolute = 0;
  for (const { got, expected } of comparisons) {
    if (got === expected) continue;
    const difference = Math.abs(got! - expected!);
    if (Math.abs(expected!) < SMALLEST) absolute = Math.max(absolute, difference);
    else relative = Math.max(relative, difference / Math.abs(expected!));
  }
  return `${format(relative)}${absolute === 0 ? "" : `; ${format(absolute)} where it is 0`}`;
}

function format(difference: number): string {
  return difference === 0 ? "0" : difference.toExponential(0);
}

function replaceBetween(text: string, name: string, table: string): string {
  const begin = `<!-- metrics: ${name}, written by deno task metrics:table -->\n`;
  const end = `<!-- metrics: end -->`;
  const from = text.indexOf(begin), to = text.indexOf(end, from);
  if (from < 0 || to < 0) {
    throw new Error(`Cannot write the table "${name}": its marks are missing`);
  }
  const ignored = `<!-- deno-fmt-ignore-start -->\n\n${table}\n\n<!-- deno-fmt-ignore-end -->\n`;
  return text.slice(0, from + begin.length) + ignored + text.slice(to);
}
