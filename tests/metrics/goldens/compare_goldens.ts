import { readGolden } from "../read_golden.ts";
import type { Computed, GoldenMetric } from "./golden_metric.ts";

/** One value beside its reference. */
export interface Comparison {
  /** Case and field, with the place in a list. */
  readonly place: string;
  readonly got: number | null;
  readonly expected: number | null;
  /** Largest difference that the golden file admits. */
  readonly allowed: number;
}

interface Tolerance {
  readonly rtol?: number;
  readonly atol?: number;
}

/** Compares all values of a metric with the references of its golden file. */
export function compareGoldens(metric: GoldenMetric): Comparison[] {
  return readGolden(metric.golden).flatMap((golden) =>
    Object.entries(metric.compute(golden)).flatMap(([path, computed]) => {
      const field = findField(golden.expected, path);
      if (field === undefined) return [];
      const expected = toList(field), got = toComputedList(computed);
      if (expected.length !== got.length) {
        throw new RangeError(
          `Cannot compare "${golden.name} ${path}": ${got.length} values, and ${expected.length} ` +
            `references`,
        );
      }
      const tolerance = findTolerance(golden.tolerance as unknown as Tolerance, path);
      const { rtol = 0, atol = 0 } = tolerance;
      return expected.map((value, index) => ({
        place: `${golden.name} ${path}[${index}]`,
        got: got[index],
        expected: value,
        allowed: atol + rtol * Math.abs(value ?? 0),
      }));
    })
  );
}

/** Paths of all fields of a case; a list is one field. */
export function listFields(expected: Readonly<Record<string, unknown>>, prefix = ""): string[] {
  return Object.entries(expected).flatMap(([name, value]) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? listFields(value as Record<string, unknown>, `${prefix}${name}.`)
      : [`${prefix}${name}`]
  );
}

// deno-lint-ignore no-explicit-any
function findField(expected: any, path: string): unknown {
  return path.split(".").reduce((value, name) => value?.[name], expected);
}

/** An object in the tolerance that is named like the field rules it. */
function findTolerance(tolerance: Tolerance, path: string): Tolerance {
  const own = (tolerance as Record<string, unknown>)[path.split(".")[0]];
  return typeof own === "object" ? own as Tolerance : tolerance;
}

function toList(field: unknown): (number | null)[] {
  if (Array.isArray(field)) return field.flat(Infinity).map(toNumber);
  return [toNumber(field)];
}

/** JSON has a text for Infinity. */
function toNumber(value: unknown): number | null {
  return value === null ? null : Number(value);
}

function toComputedList(computed: Computed): (number | null)[] {
  return typeof computed === "number" || computed === null ? [computed] : Array.from(computed);
}
