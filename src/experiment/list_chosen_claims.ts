import type { ClaimSpec, ExperimentSpec } from "./spec.ts";

/** The keys of a claim that name a variant. */
const NAMING: readonly string[] = ["better", "than", "variant"];

/** The claims that name only variants that are run. */
export function listChosenClaims(
  spec: ExperimentSpec,
  variants: readonly string[],
): readonly ClaimSpec[] {
  return (spec.claims ?? []).filter((claim) =>
    Object.entries(claim).every(([key, value]) =>
      !NAMING.includes(key) || variants.includes(String(value))
    )
  );
}
