import type { RunSettings } from "./experiment.ts";
import { isObject, type Json, type JsonObject, toJson } from "./json.ts";

/** A setting that is not the same in all variants. */
export interface Difference {
  /** Its path in the settings, such as "optimizer.learningRate.discriminator". */
  readonly path: string;
  /** Its value in each variant; one that has no such setting is left out. */
  readonly values: Readonly<Record<string, Json>>;
}

/**
 * Lists what differs between variants. Objects are compared key by key while all variants have one
 * of the same kind; where one has none, or another kind, the whole object is the difference.
 *
 * @param variants Resolved settings by variant name.
 * @returns Differences in the order of the settings; none for fewer than two variants.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { listDifferences } from "./list_differences.ts";
 * import { parseExperiment } from "./parse.ts";
 *
 * const { variants } = parseExperiment({
 *   name: "rates",
 *   question: "Which is better?",
 *   dataset: { kind: "ring" },
 *   variants: { a: {}, b: { optimizer: { beta1: 0.9 } } },
 * }, { file: "rates.ts" });
 * assertEquals(listDifferences(variants), [{
 *   path: "optimizer.beta1",
 *   values: { a: 0.5, b: 0.9 },
 * }]);
 * ```
 */
export function listDifferences(variants: Readonly<Record<string, RunSettings>>): Difference[] {
  const names = Object.keys(variants);
  return compare(names.map((name) => toJson(variants[name])), []).map(({ path, values }) => {
    const entries = names.map((name, index) => [name, values[index]] as const);
    return { path, values: Object.fromEntries(entries.filter(isGiven)) };
  });
}

function isGiven(entry: readonly [string, Json | undefined]): entry is readonly [string, Json] {
  return entry[1] !== undefined;
}

interface Row {
  readonly path: string;
  readonly values: readonly (Json | undefined)[];
}

function compare(values: readonly (Json | undefined)[], path: readonly string[]): Row[] {
  const texts = new Set(values.map((value) => JSON.stringify(value)));
  if (texts.size <= 1) return [];
  const objects = values.filter(isObject) as JsonObject[];
  const kinds = new Set(objects.map(({ kind }) => kind));
  if (objects.length < values.length || kinds.size > 1) return [{ path: path.join("."), values }];
  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  return keys.flatMap((key) => compare(objects.map((object) => object[key]), [...path, key]));
}
