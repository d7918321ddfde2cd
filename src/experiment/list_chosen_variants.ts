import type { ChosenPreset } from "./choose_preset.ts";
import type { ExperimentSpec } from "./spec.ts";

/** The names of the variants to run, in the order of the spec. */
export function listChosenVariants(
  spec: ExperimentSpec,
  preset: ChosenPreset | undefined,
): string[] {
  const only = preset?.spec.only ?? spec.only;
  return Object.keys(spec.variants).filter((name) => only === undefined || only.includes(name));
}
