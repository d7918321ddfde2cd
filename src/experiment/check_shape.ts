import type { z } from "zod";
import { quoteNames, suggestNearest } from "./find_nearest.ts";
import { isObject, toJson } from "./json.ts";
import { formatFound, type Path, type Problem } from "./problem.ts";
import { EXPERIMENT_SCHEMA } from "./schema.ts";
import type { ExperimentSpec } from "./spec.ts";

/** The spec where its shape is right, without the keys that hold `undefined`; and else what is wrong with it. */
export interface CheckedShape {
  readonly spec?: ExperimentSpec;
  readonly problems: readonly Problem[];
}

/** Checks types, ranges and keys, each by itself. */
export function checkShape(value: unknown): CheckedShape {
  const result = EXPERIMENT_SCHEMA.safeParse(value);
  if (result.success) {
    return { spec: toJson(result.data) as unknown as ExperimentSpec, problems: [] };
  }
  return { problems: toProblems(result.error.issues, { value, path: [] }) };
}

interface Place {
  readonly value: unknown;
  readonly path: Path;
}

function toProblems(issues: readonly z.core.$ZodIssue[], parent: Place): Problem[] {
  return issues.flatMap((issue) => toProblem(issue, descend(parent, issue.path)));
}

function toProblem(issue: z.core.$ZodIssue, place: Place): Problem[] {
  if (issue.code === "unrecognized_keys") {
    const known = issue.message.split(", ");
    return issue.keys.map((key) => toKeyProblem(key, known, place));
  }
  if (issue.code === "invalid_value") return [toChoiceProblem(issue.values.map(String), place)];
  if (issue.code === "invalid_union" && issue.errors.length === 0) {
    return [toChoiceProblem((issue as { options?: unknown[] }).options?.map(String) ?? [], place)];
  }
  if (issue.code === "invalid_union" && isObject(place.value)) {
    return toProblems(issue.errors.at(-1) ?? [], place);
  }
  return [{ path: place.path, wanted: issue.message, found: formatFound(place.value) }];
}

function toKeyProblem(key: string, known: readonly string[], place: Place): Problem {
  return {
    path: [...place.path, key],
    wanted: `one of the keys ${known.join(", ")}`,
    found: `key is ${JSON.stringify(key)}`,
    hint: suggestNearest(key, known),
  };
}

function toChoiceProblem(known: readonly string[], place: Place): Problem {
  return {
    path: place.path,
    wanted: known.length === 1 ? quoteNames(known) : `one of ${quoteNames(known)}`,
    found: formatFound(place.value),
    hint: suggestNearest(place.value, known),
  };
}

function descend(place: Place, path: Path): Place {
  let value = place.value;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return { value, path: [...place.path, ...path] };
}
