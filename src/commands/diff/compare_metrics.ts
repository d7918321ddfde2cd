import { join } from "node:path";
import type { Side } from "./read_side.ts";

/** A metric of one run that differs. */
export interface MetricDifference {
  readonly variant: string;
  readonly seed: string;
  readonly step: string;
  readonly metric: string;
  /** Null where there is none. */
  readonly before: number | null;
  readonly now: number | null;
}

/**
 * Compares the published `metrics.csv` of two experiments, run by run and step by step.
 *
 * @returns Rows that differ, in the order of the first file; those that only the second has come last.
 */
export async function compareMetrics(left: Side, right: Side): Promise<MetricDifference[]> {
  const [before, now] = await Promise.all([readMetrics(left), readMetrics(right)]);
  const names = new Set([...before.keys(), ...now.keys()]);
  return [...names].filter((name) => before.get(name) !== now.get(name)).map((name) => {
    const [variant, seed, step, metric] = name.split(",");
    const read = (values: Map<string, string>) => {
      const value = values.get(name);
      return value === undefined ? null : Number(value);
    };
    return { variant, seed, step, metric, before: read(before), now: read(now) };
  });
}

/** Values as written by `variant,seed,step,metric`; tables of before have no column `samples`. */
async function readMetrics({ results, view }: Side): Promise<Map<string, string>> {
  const path = join(results, view.name, "metrics.csv");
  const text = await Deno.readTextFile(path).catch(() => "");
  const [head, ...rows] = text.trimEnd().split("\n").map((line) => line.split(","));
  const places = ["variant", "seed", "step", "metric"].map((name) => head.indexOf(name));
  return new Map(
    rows.map((row) => [places.map((at) => row[at]).join(","), row[head.indexOf("value")]]),
  );
}
