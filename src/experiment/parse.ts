import { checkLinks } from "./check_links.ts";
import { checkSeeds } from "./check_seeds.ts";
import { checkShape } from "./check_shape.ts";
import type { Experiment, RunSettings } from "./experiment.ts";
import { toJson } from "./json.ts";
import { type Layer, listLayers } from "./layer.ts";
import { formatProblem, type Problem } from "./problem.ts";
import { resolveDataset } from "./resolve_dataset.ts";
import { checkEvaluation, resolveEvaluation } from "./resolve_evaluation.ts";
import { checkSettings, resolveSettings } from "./resolve_settings.ts";
import type { ExperimentSpec } from "./spec.ts";
import { SpecError } from "./spec_error.ts";

const DEFAULT_SEEDS = [1, 2, 3];

/** Options of {@linkcode parseExperiment}. */
export interface ParseExperimentOptions {
  /** How errors call the spec: its path as the user gave it. */
  readonly file: string;
  /** Whether the spec's `quick` is laid over the rest. */
  readonly quick?: boolean;
  /** Seeds in place of the spec's own, such as {@linkcode parseSeeds} returns. */
  readonly seeds?: readonly number[];
}

/**
 * Checks a spec and resolves it: merges `base`, `extends`, variants and `quick`, and fills in the
 * defaults.
 *
 * All mistakes of shape, and all names that lead nowhere, are reported together; what can only be
 * seen after merging comes once there are none of those.
 *
 * @param value What a spec exports.
 * @param options The file it is from, and what the command line changes.
 * @returns The experiment as plain data; nothing in it is left to default, and -0 is 0.
 * @throws {SpecError} If the spec is wrong, with a line for each mistake.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseExperiment } from "./parse.ts";
 *
 * const experiment = parseExperiment({
 *   name: "ring",
 *   question: "Are all modes covered?",
 *   dataset: { kind: "ring" },
 *   variants: { vanilla: { stepCount: 100 } },
 * }, { file: "ring.ts" });
 * assertEquals(experiment.variants.vanilla.generator, {
 *   kind: "mlp",
 *   hidden: [128, 128],
 *   activation: "leaky-relu",
 * });
 * ```
 */
export function parseExperiment(value: unknown, options: ParseExperimentOptions): Experiment {
  const { file, quick = false } = options;
  const { spec, problems } = checkShape(value);
  refuse([...problems, ...checkLinks(value)], file);
  if (spec === undefined) throw new TypeError(`Cannot parse "${file}": its shape is unknown`);
  const seeds = options.seeds ?? (quick ? spec.quick?.seeds : undefined) ?? spec.seeds ??
    DEFAULT_SEEDS;
  refuse(checkSeeds(seeds, ["seeds"]), file);

  const layers = Object.keys(spec.variants).map((name) => listLayers(spec, name, { quick }));
  const dataset = resolveDataset(spec.dataset);
  const variants = resolveVariants(layers, { spec, dataset });
  const context = { dataset, variants, quick };
  const evaluation = resolveEvaluation(spec, context);
  refuse([
    ...layers.flatMap((own) => checkSettings(own, dataset)),
    ...checkEvaluation(spec, evaluation, context),
  ], file);

  const { name, question } = spec;
  const claims = (spec.claims ?? []).map((claim) => ({ ...claim, test: claim.test ?? "welch" }));
  return toJson(
    { name, question, dataset, seeds, variants, evaluation, claims } satisfies Experiment,
  ) as unknown as Experiment;
}

function resolveVariants(
  layers: readonly (readonly Layer[])[],
  parts: { spec: ExperimentSpec; dataset: Experiment["dataset"] },
): Record<string, RunSettings> {
  const names = Object.keys(parts.spec.variants);
  return Object.fromEntries(
    names.map((name, index) => [name, resolveSettings(layers[index], parts.dataset)]),
  );
}

// Variants share layers, so that one mistake in `base` is found once for each of them.
function refuse(problems: readonly Problem[], file: string): void {
  const lines = new Set(problems.map((problem) => formatProblem(problem, file)));
  if (lines.size > 0) throw new SpecError([...lines]);
}
