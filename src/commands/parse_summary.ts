import { z } from "zod";
import type { ExperimentSummary } from "./summary.ts";

const number = z.number().nullable();
const need = z.object({
  says: z.enum([
    "need.least",
    "need.least_a_side",
    "need.more",
    "need.more_a_side",
    "need.beyond",
    "need.beyond_a_side",
    "need.no_difference",
  ]),
  values: z.record(z.string(), z.number()).optional(),
});
const judged = {
  metric: z.string(),
  verdict: z.enum(["shown", "not shown", "undecided"]),
  reason: z.string(),
  toDecide: z.string().nullable(),
  need: need.nullable().default(null),
};
const tested = {
  low: number,
  high: number,
  pValue: number,
  adjustedP: number,
  adjusted: z.object({ level: z.number(), low: z.number(), high: z.number() }).nullable(),
  effectSize: z.object({ value: z.number(), low: number, high: number }).nullable(),
  rankP: number,
  moreSeeds: number,
};
const bound = {
  variant: z.string(),
  side: z.enum(["at least", "at most"]),
  bound: z.number(),
};
const claim = z.union([
  z.object({
    ...judged,
    ...tested,
    better: z.string(),
    than: z.string(),
    test: z.enum(["welch", "paired"]),
    difference: number,
    dominance: number,
    n: z.tuple([z.number(), z.number()]),
    unpaired: z.array(z.string()).default([]),
  }),
  z.object({ ...judged, ...tested, ...bound, on: z.literal("mean"), mean: number, n: z.number() }),
  z.object({
    ...judged,
    ...bound,
    on: z.literal("every seed"),
    held: z.number(),
    low: number,
    high: number,
    n: z.number(),
    values: z.record(z.string(), number),
  }),
]);
const summary = z.object({
  experiment: z.string(),
  question: z.string(),
  seeds: z.array(z.number()),
  engines: z.array(z.record(z.string(), z.json())),
  variants: z.record(
    z.string(),
    z.object({
      runs: z.number(),
      diverged: z.number(),
      metrics: z.record(z.string(), z.object({ values: z.record(z.string(), z.number()) })),
    }),
  ),
  claims: z.array(claim),
});

/** What pages over several experiments read of a `summary.json`: the rest can be computed from it again. */
export type ParsedSummary =
  & Pick<ExperimentSummary, "experiment" | "question" | "seeds" | "engines" | "claims">
  & {
    readonly variants: Readonly<
      Record<
        string,
        {
          /** Finished runs, diverged ones too. */
          readonly runs: number;
          readonly diverged: number;
          /** Values by seed, by full name of the metric. */
          readonly metrics: Readonly<
            Record<string, { readonly values: Readonly<Record<string, number>> }>
          >;
        }
      >
    >;
  };

/**
 * Reads the text of a `summary.json`, which another version of Assay, or a stranger, may have written.
 *
 * @param text The text.
 * @returns What it says of claims and runs.
 * @throws {SyntaxError} Naming the path in it that is not as it should be.
 */
export function parseSummary(text: string): ParsedSummary {
  const parsed = summary.safeParse(parseJson(text));
  if (parsed.success) return parsed.data as ParsedSummary;
  const { path, message } = parsed.error.issues[0];
  throw new SyntaxError(`Cannot read summary.json: "${path.join(".")}": ${message}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyntaxError(`Cannot read summary.json: ${(cause as Error).message}`, { cause });
  }
}
