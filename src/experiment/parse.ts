import { choosePreset } from "./choose_preset.ts";
import { checkLinks } from "./check_links.ts";
import { checkSeeds } from "./check_seeds.ts";
import { checkShape } from "./check_shape.ts";
import type { Experiment } from "./experiment.ts";
import { listLayers } from "./layer.ts";
import { listChosenClaims } from "./list_chosen_claims.ts";
import { listChosenVariants } from "./list_chosen_variants.ts";
import { formatProblem, type Problem } from "./problem.ts";
import { resolveClaims } from "./resolve_claims.ts";
import { resolveDataset } from "./resolve_dataset.ts";
import { checkEvaluation, resolveEvaluation } from "./resolve_evaluation.ts";
import { checkSettings, resolveSettings } from "./resolve_settings.ts";
import { SpecError } from "./spec_error.ts";

const DEFAULT_SEEDS = [1, 2, 3];

/** Options of {@linkcode parseExperiment}. */
export interface ParseExperimentOptions {
  /** How errors call the spec: its path as the user gave it. */
  readonly file: string;
  /** Which of the spec's `presets` is laid over the rest. Default: none. */
  readonly preset?: string;
  /** Seeds in place of the spec's own, such as {@linkcode parseSeeds} returns. */
  readonly seeds?: readonly number[];
}

/**
 * Checks a spec and resolves it: merges `base`, `extends`, variants and a preset, and fills in the
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
  const { file } = options;
  const { spec, problems } = checkShape(value);
  refuse([...problems, ...checkLinks(value)], file);
  if (spec === undefined) throw new TypeError(`Cannot parse "${file}": its shape is unknown`);
  const preset = choosePreset(spec, { name: options.preset, file });
  const seeds = options.seeds ?? preset?.spec.seeds ?? spec.seeds ?? DEFAULT_SEEDS;
  refuse(checkSeeds(seeds, ["seeds"]), file);

  const names = listChosenVariants(spec, preset);
  const layers = names.map((name) => listLayers(spec, name, preset));
  const dataset = resolveDataset(preset?.spec.dataset ?? spec.dataset);
  const variants = Object.fromEntries(
    names.map((name, index) => [name, resolveSettings(layers[index], dataset)]),
  );
  const context = { dataset, variants, preset, layers };
  const evaluation = resolveEvaluation(spec, context);
  refuse([
    ...layers.flatMap((own) => checkSettings(own, { dataset, preset })),
    ...checkEvaluation(evaluation, context),
  ], file);

  const { name, question } = spec;
  const claims = resolveClaims(listChosenClaims(spec, { variants: names, preset }));
  const published = (spec.published ?? []).filter(({ variant }) => names.includes(variant));
  const protocolDifferences = preset?.spec.protocolDifferences ?? spec.protocolDifferences ?? [];
  return {
    name,
    question,
    dataset,
    seeds,
    variants,
    evaluation,
    claims,
    ...(published.length > 0 ? { published } : {}),
    ...(protocolDifferences.length > 0 ? { protocolDifferences } : {}),
  };
}

// Variants share layers, so that one mistake in `base` is found once for each of them.
function refuse(problems: readonly Problem[], file: string): void {
  const lines = new Set(problems.map((problem) => formatProblem(problem, file)));
  if (lines.size > 0) throw new SpecError([...lines]);
}
