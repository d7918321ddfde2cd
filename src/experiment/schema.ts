import { z } from "zod";
import type { ClaimSpec, DiscriminatorSpec, ExperimentSpec, GeneratorSpec } from "./spec.ts";

// In every schema below, the message of an issue is what is wanted, to follow "it must be". For
// an unknown key it is the list of known keys. `check_shape.ts` reads both.

function integer(low: number, high: number): z.ZodType<number> {
  return z.custom<number>(
    (value) => Number.isInteger(value) && Number(value) >= low && Number(value) <= high,
    `an integer in ${low}..${high}`,
  );
}

function number(wanted: string, isInRange: (value: number) => boolean): z.ZodType<number> {
  return z.custom<number>((value) => Number.isFinite(value) && isInRange(Number(value)), wanted);
}

function text(wanted: string): z.ZodType<string> {
  return z.custom<string>(
    (value) => typeof value === "string" && value.trim() !== "" && value.isWellFormed(),
    wanted,
  );
}

function list<T extends z.ZodType>(element: T, low: number, high: number): z.ZodArray<T> {
  const error = `a list of ${low} to ${high}`;
  return z.array(element, { error }).min(low, { error }).max(high, { error });
}

function object<T extends z.ZodRawShape>(shape: T): ReturnType<typeof z.strictObject<T>> {
  const known = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => issue.code === "unrecognized_keys" ? known : "an object",
  });
}

function named<T extends z.ZodType>(value: T, what = "variants"): z.ZodRecord<z.ZodString, T> {
  return z.record(z.string(), value, { error: `an object of ${what} by name` });
}

const positive = number("a number > 0", (value) => value > 0);
const rate = number("a number > 0 and <= 1", (value) => value > 0 && value <= 1);
const decay = number("a number in [0, 1)", (value) => value >= 0 && value < 1);
const finite = number("a number", () => true);
// What float32 can hold: points, and each weight's share.
const coordinate = number("a number in -1e30..1e30", (value) => Math.abs(value) <= 1e30);
const extent = number("a number in 1e-30..1e30", (value) => value >= 1e-30 && value <= 1e30);
const weight = number("a number in 1e-15..1e15", (value) => value >= 1e-15 && value <= 1e15);
const pointCount = integer(2, 10_000_000);

const pointCounts = {
  standardDeviation: extent.optional(),
  trainCount: pointCount.optional(),
  testCount: pointCount.optional(),
};

const dataset = z.discriminatedUnion("kind", [
  object({
    kind: z.literal("mnist"),
    size: z.custom<28>((value) => value === 28, "28").optional(),
  }),
  object({
    kind: z.literal("stacked-mnist"),
    trainCount: pointCount.optional(),
    testCount: pointCount.optional(),
  }),
  object({
    kind: z.literal("ring"),
    modeCount: integer(1, 256).optional(),
    radius: extent.optional(),
    ...pointCounts,
  }),
  object({
    kind: z.literal("grid"),
    side: integer(1, 16).optional(),
    spacing: extent.optional(),
    ...pointCounts,
  }),
  object({
    kind: z.literal("mixture"),
    centres: list(
      z.tuple([coordinate, coordinate], { error: "a list of 2 numbers, [x, y]" }),
      1,
      256,
    ),
    weights: list(weight, 1, 256).optional(),
    ...pointCounts,
  }),
], { error: 'an object such as { kind: "mnist" }' });

// Whether a key suits the network's kind is known only after merging: `resolve_network.ts`.
const network = {
  kind: z.enum(["mlp", "dcgan"]).optional(),
  hidden: list(integer(1, 8_192), 1, 16).optional(),
  activation: z.enum(["leaky-relu", "relu", "tanh", "maxout"]).optional(),
  pieces: integer(2, 16).optional(),
  batchNorm: z.boolean({ error: "true or false" }).optional(),
  initialStandardDeviation: rate.nullable().optional(),
  channels: list(integer(1, 1_024), 1, 4).optional(),
};

const generator = object(network) as unknown as z.ZodType<GeneratorSpec>;

const minibatchDiscrimination = object({
  kernels: integer(1, 1_024).optional(),
  dimensions: integer(1, 1_024).optional(),
  reduction: z.enum(["sum", "mean"]).optional(),
  compareWith: z.enum(["others", "origin"]).optional(),
});

const discriminator = object({
  ...network,
  minibatchDiscrimination: minibatchDiscrimination.nullable().optional(),
}) as unknown as z.ZodType<DiscriminatorSpec>;

const learningRate = z.union([
  rate,
  object({ generator: rate.optional(), discriminator: rate.optional() }),
], { error: "a number > 0 and <= 1, or an object with generator and discriminator" });

const settings = {
  latentDim: integer(1, 4_096).optional(),
  batchSize: integer(2, 4_096).optional(),
  stepCount: integer(1, 999_999).optional(),
  discriminatorSteps: integer(1, 100).optional(),
  objective: z.enum(["non-saturating", "minimax", "wasserstein"]).optional(),
  gradientPenalty: object({ weight: positive.optional() }).nullable().optional(),
  unrolledSteps: integer(0, 100).optional(),
  packing: integer(1, 16).optional(),
  optimizer: object({
    kind: z.enum(["adam"]).optional(),
    learningRate: learningRate.optional(),
    beta1: decay.optional(),
    beta2: decay.optional(),
    epsilon: rate.optional(),
  }).optional(),
  generator: generator.optional(),
  discriminator: discriminator.optional(),
};

const seeds = list(integer(0, 4_294_967_295), 1, 10_000);

const evaluation = object({
  sampleCount: pointCount.optional(),
  every: integer(1, 999_999).optional(),
  curveSampleCount: pointCount.optional(),
  gridSize: integer(1, 4_096).optional(),
  selectBy: text("the base name of a metric").nullable().optional(),
});

// Which keys go together is checked in `check_claims.ts`, with words that fit what was written.
const claim = object({
  metric: text("the base name of a metric"),
  better: text("the name of a variant").optional(),
  than: text("the name of a variant").optional(),
  test: z.enum(["welch", "paired"]).optional(),
  variant: text("the name of a variant").optional(),
  atLeast: finite.optional(),
  atMost: finite.optional(),
  on: z.enum(["mean", "every seed"]).optional(),
}) as unknown as z.ZodType<ClaimSpec>;

const published = object({
  variant: text("the name of a variant"),
  metric: text("the base name of a metric"),
  value: finite,
  standardError: number("a number >= 0", (value) => value >= 0).optional(),
  source: text("where it stands"),
  protocol: text("what it was measured on"),
});

const sentences = list(text("a sentence"), 0, 100);

const preset = object({
  dataset: dataset.optional(),
  seeds: seeds.optional(),
  only: list(text("the name of a variant"), 1, 1_000).optional(),
  base: object(settings).optional(),
  variants: named(object(settings)).optional(),
  evaluation: evaluation.optional(),
  claims: list(claim, 0, 1_000).optional(),
  protocolDifferences: sentences.optional(),
});

/** The shape of a spec: types, ranges and keys. What its parts say of each other is checked later. */
export const EXPERIMENT_SCHEMA: z.ZodType<ExperimentSpec> = object({
  name: text("a name"),
  question: text("a question"),
  dataset,
  seeds: seeds.optional(),
  base: object(settings).optional(),
  variants: named(object({ extends: text("the name of a variant").optional(), ...settings })),
  only: list(text("the name of a variant"), 1, 1_000).optional(),
  evaluation: evaluation.optional(),
  claims: list(claim, 0, 1_000).optional(),
  published: list(published, 0, 1_000).optional(),
  protocolDifferences: sentences.optional(),
  presets: named(preset, "presets").optional(),
});
