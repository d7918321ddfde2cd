import { closest } from "fastest-levenshtein";
import { UsageError } from "../usage_error.ts";
import { hasNeeds, measureFamily } from "./measure_family.ts";
import { METRIC_FAMILIES } from "./metric_families.ts";
import type { MetricValue, Subject, Undefined } from "./set_metric.ts";

/** What was measured, by full name. */
export interface SetMeasurement {
  /** Values in the order of the table; null where a metric is not defined for these sets. */
  readonly metrics: Readonly<Record<string, MetricValue | null>>;
  /** Why, for each that is null. */
  readonly reasons: Readonly<Record<string, string>>;
  /** How each was taken, in words. */
  readonly protocol: Readonly<Record<string, string>>;
}

/** Options of `measureSubject()`. */
export interface MeasureSubjectOptions {
  /** Full names of the metrics; all that the sets have what it takes for, unless given. */
  readonly asked?: readonly string[];
  /** Called with the names of the metrics that are measured next. */
  readonly onStart?: (names: readonly string[]) => void;
}

/** Metrics whose names carry the neighbour. */
const NEIGHBOURHOOD_METRICS = ["precision", "recall", "density", "coverage"];

/**
 * Reads a list of metrics, such as `frechet_distance,precision_k5`.
 *
 * @param text As typed; everything that the sets have what it takes for, unless given.
 * @param neighbour The neighbour that names carry.
 * @returns Full names, or undefined for all.
 * @throws {UsageError} For an unknown name, with the nearest and all known ones.
 */
export function parseMetrics(
  text: string | undefined,
  neighbour: number,
): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const known = METRIC_FAMILIES.flatMap(({ names }) => names)
    .map((base) => nameSetMetric(base, neighbour));
  return text.split(",").map((name) => {
    const trimmed = name.trim();
    if (known.includes(trimmed)) return trimmed;
    throw new UsageError(
      `Cannot read "--metrics": "${trimmed}" is no metric; the nearest is "${
        closest(trimmed, known)
      }". ` +
        `Known are ${known.join(", ")}`,
    );
  });
}

/** Whether any of the metrics asked for is of neighbourhoods. */
export function asksNeighbourhoods(asked: readonly string[] | undefined): boolean {
  return asked?.some((name) =>
    NEIGHBOURHOOD_METRICS.some((base) => name.startsWith(`${base}_k`))
  ) ?? true;
}

/**
 * Measures two sets.
 *
 * @param subject The sets.
 * @param options Which metrics, and who hears of them.
 * @returns Values, and reasons where there is none: never NaN.
 */
export function measureSubject(
  subject: Subject,
  { asked, onStart = () => {} }: MeasureSubjectOptions = {},
): SetMeasurement {
  const metrics: Record<string, MetricValue | null> = {};
  const reasons: Record<string, string> = {};
  const protocol: Record<string, string> = {};
  for (const family of METRIC_FAMILIES) {
    const named = family.names.map((base) => [nameSetMetric(base, subject.neighbour), base]);
    const wanted = named.filter(([name]) => asked?.includes(name) ?? hasNeeds(family, subject));
    if (wanted.length === 0) continue;
    onStart(wanted.map(([name]) => name));
    const values = measureFamily(family, subject);
    for (const [name, base] of wanted) {
      const value = values[base];
      const reason = findReason(value);
      metrics[name] = reason === undefined ? value as MetricValue : null;
      if (reason === undefined) protocol[name] = family.protocol(subject);
      else reasons[name] = reason;
    }
  }
  return { metrics, reasons, protocol };
}

function findReason(value: MetricValue | Undefined): string | undefined {
  if (typeof value === "object" && "reason" in value) return value.reason;
  const numbers = typeof value === "number" ? [value] : Object.values(value);
  return numbers.every(Number.isFinite) ? undefined : "it is too large for float64";
}

function nameSetMetric(base: string, neighbour: number): string {
  return NEIGHBOURHOOD_METRICS.includes(base) ? `${base}_k${neighbour}` : base;
}
