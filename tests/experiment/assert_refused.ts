import { assertEquals, assertThrows } from "@std/assert";
import { parseExperiment, type ParseExperimentOptions } from "../../src/experiment/parse.ts";
import { SpecError } from "../../src/experiment/spec_error.ts";

/** A spec with all that it must have, on points. */
export const RING = {
  name: "ring",
  question: "Are all modes covered?",
  dataset: { kind: "ring" },
  variants: { vanilla: {}, other: { extends: "vanilla" } },
};

/** The same on images. */
export const DIGITS = { ...RING, dataset: { kind: "mnist" } };

/** Lists what is wrong with a spec in the file `a.ts`. */
export function listIssues(
  spec: unknown,
  options: Partial<ParseExperimentOptions> = {},
): readonly string[] {
  return assertThrows(() => parseExperiment(spec, { file: "a.ts", ...options }), SpecError).issues;
}

/** Asserts what is wrong with a spec: each issue, without `Cannot read`. */
export function assertRefused(spec: unknown, ...expected: string[]): void {
  assertEquals(listIssues(spec), expected.map((line) => `Cannot read ${line}`));
}
