import { describeValue } from "./describe_value.ts";

/** A way into a spec: `["variants", "vanilla", "generator", "hidden", 0]`. */
export type Path = readonly PropertyKey[];

/** One thing that is wrong with a spec. */
export interface Problem {
  readonly path: Path;
  /** What is wanted, to follow "it must be". */
  readonly wanted: string;
  /** What is there instead, as a clause. */
  readonly found: string;
  /** A sentence that helps, without its full stop. */
  readonly hint?: string;
}

/** Shows a path as JavaScript would reach it: `variants.vanilla.generator.hidden[0]`. */
export function formatPath(path: Path): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else if (/^[\w+-]+$/.test(String(key))) text += text === "" ? String(key) : `.${String(key)}`;
    else text += `[${JSON.stringify(String(key)).replaceAll('"', "'")}]`;
  }
  return text === "" ? "default export" : text;
}

/** Says what a value is, as the last clause of an error. */
export function formatFound(value: unknown): string {
  return value === undefined ? "it is missing" : `value is ${describeValue(value)}`;
}

/** Writes a problem as one line in the house form. */
export function formatProblem(problem: Problem, file: string): string {
  const { path, wanted, found, hint } = problem;
  const line = `Cannot read "${formatPath(path)}" in "${file}" as it must be ${wanted}: ${found}`;
  return hint === undefined ? line : `${line}. ${hint}`;
}
