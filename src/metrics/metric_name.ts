import { closest } from "fastest-levenshtein";
import { METRICS } from "./catalogue.ts";
import type { MetricDescription } from "./metric_description.ts";

const SUFFIX = /_(\d+(?:\.\d)?k|\d+)$/;

/**
 * Names a metric with its protocol: `frechet_distance` at 10,000 samples is `frechet_distance_10k`.
 *
 * Metrics that do not depend on the sample count keep their base name; one that is taken of a part of
 * many samples carries the part's number. From 1,000 on, whole hundreds are written in thousands
 * (`2.5k`); other counts are written in full.
 *
 * @param base The base name of the catalogue.
 * @param sampleCount The number of samples, a whole number > 0.
 * @returns The full name.
 * @throws {RangeError} If there is no such metric, or the count is not a whole number > 0.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { nameMetric } from "./metric_name.ts";
 *
 * assertEquals(nameMetric("frechet_distance", 2_500), "frechet_distance_2.5k");
 * assertEquals(nameMetric("precision_k5", 10_000), "precision_k5_2k");
 * assertEquals(nameMetric("class_entropy", 2_500), "class_entropy");
 * ```
 */
export function nameMetric(base: string, sampleCount: number): string {
  if (!Object.hasOwn(METRICS, base)) throw makeUnknownMetricError(base);
  if (!Number.isInteger(sampleCount) || sampleCount < 1) {
    throw new RangeError(
      `Cannot name metric "${base}": sample count is ${sampleCount}; a whole number > 0 is wanted`,
    );
  }
  const { sampled, mostSamples = Infinity } = METRICS[base];
  if (!sampled) return base;
  const count = Math.min(sampleCount, mostSamples);
  const isShort = count >= 1000 && count % 100 === 0;
  return `${base}_${isShort ? `${count / 1000}k` : count}`;
}

/**
 * Finds the base name of a metric: `frechet_distance` of `frechet_distance_10k`. A base name stands
 * for itself.
 *
 * @param name A full name, or a base name.
 * @returns The base name, a key of `METRICS`.
 * @throws {RangeError} If there is no such metric; the message gives the nearest name and all known ones.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseMetricName } from "./metric_name.ts";
 *
 * assertEquals(parseMetricName("frechet_distance_10k"), "frechet_distance");
 * assertEquals(parseMetricName("modes_covered_20"), "modes_covered_20");
 * ```
 */
export function parseMetricName(name: string): string {
  if (Object.hasOwn(METRICS, name)) return name;
  const base = name.replace(SUFFIX, "");
  if (base !== name && Object.hasOwn(METRICS, base) && METRICS[base].sampled) return base;
  throw makeUnknownMetricError(name);
}

/**
 * Describes a metric: label, better direction, unit, meaning.
 *
 * @param name A full name, or a base name.
 * @returns The entry of the catalogue.
 * @throws {RangeError} If there is no such metric; the message gives the nearest name and all known ones.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { describeMetric } from "./metric_name.ts";
 *
 * assertEquals(describeMetric("frechet_distance_10k").better, "lower");
 * ```
 */
export function describeMetric(name: string): MetricDescription {
  return METRICS[parseMetricName(name)];
}

function makeUnknownMetricError(name: string): RangeError {
  const known = Object.keys(METRICS);
  return new RangeError(
    `Cannot read metric "${name}": there is no such metric; the nearest is ` +
      `"${closest(name.replace(SUFFIX, ""), known)}", known are ${known.join(", ")}`,
  );
}
