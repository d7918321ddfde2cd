import type { ExperimentSpec } from "./spec.ts";

export type {
  ClaimSpec,
  ComparisonClaimSpec,
  ConvolutionalDiscriminatorSpec,
  DatasetSpec,
  DcganSpec,
  DiscriminatorSpec,
  EvaluationSpec,
  ExperimentSpec,
  GeneratorSpec,
  GradientPenaltySpec,
  GridSpec,
  MinibatchDiscriminationSpec,
  MixtureSpec,
  MlpSpec,
  MnistSpec,
  OptimizerSpec,
  PresetSpec,
  PublishedSpec,
  RingSpec,
  SettingsSpec,
  StackedMnistSpec,
  ThresholdClaimSpec,
  VariantSpec,
} from "./spec.ts";

/**
 * Gives an experiment its type, so that an editor completes its fields and the names of its
 * variants. Returns the spec as it is: checks are made when it is run.
 *
 * @param spec What to compare, on what data, and what is expected.
 * @returns The same object.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { defineExperiment } from "./define.ts";
 *
 * const experiment = defineExperiment({
 *   name: "two-rates",
 *   question: "Does a smaller step size cover more modes?",
 *   dataset: { kind: "ring" },
 *   variants: {
 *     "fast": {},
 *     "slow": { extends: "fast", optimizer: { learningRate: 1e-4 } },
 *   },
 *   claims: [{ metric: "modes_covered", better: "slow", than: "fast" }],
 * });
 * assertEquals(experiment.variants.slow.extends, "fast");
 * ```
 */
export function defineExperiment<const Name extends string>(
  spec: ExperimentSpec<Name>,
): ExperimentSpec<Name> {
  return spec;
}
