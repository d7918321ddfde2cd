import type { ChosenPreset } from "./choose_preset.ts";
import type { ClaimSpec, ExperimentSpec } from "./spec.ts";

/** The keys of a claim that name a variant. */
const NAMING: readonly string[] = ["better", "than", "variant"];

/** The claims of the preset, or else of the spec, that name only variants that are run. */
export function listChosenClaims(
  spec: ExperimentSpec,
  { variants, preset }: { variants: readonly string[]; preset: ChosenPreset | undefined },
): readonly ClaimSpec[] {
  return (preset?.spec.claims ?? spec.claims ?? []).filter((claim) =>
    Object.entries(claim).every(([key, value]) =>
      !NAMING.includes(key) || variants.includes(String(value))
    )
  );
}
