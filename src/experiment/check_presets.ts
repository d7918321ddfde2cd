import { checkClaims, type CheckClaimsOptions } from "./check_claims.ts";
import { checkFolderNames } from "./check_folder_names.ts";
import { checkMixture } from "./check_mixture.ts";
import { checkSeeds } from "./check_seeds.ts";
import { checkVariantName } from "./check_variant_name.ts";
import { isObject } from "./json.ts";
import { formatFound, type Path, type Problem } from "./problem.ts";

/** What presets are laid over. */
export interface CheckPresetsOptions extends CheckClaimsOptions {
  readonly dataset: unknown;
}

/** Checks that presets name known variants, and data of the spec's kind. */
export function checkPresets(
  presets: Readonly<Record<string, unknown>>,
  options: CheckPresetsOptions,
): Problem[] {
  return [
    ...checkFolderNames(Object.keys(presets), "presets"),
    ...Object.entries(presets).flatMap(([name, preset]) =>
      isObject(preset) ? checkPreset(preset, ["presets", name], options) : []
    ),
  ];
}

function checkPreset(
  preset: Readonly<Record<string, unknown>>,
  path: Path,
  options: CheckPresetsOptions,
): Problem[] {
  const { dataset, seeds, only, variants, claims } = preset;
  return [
    ...checkMixture(dataset, [...path, "dataset"]),
    ...checkKind(dataset, [...path, "dataset", "kind"], options.dataset),
    ...(Array.isArray(claims) ? checkClaims(claims, options, [...path, "claims"]) : []),
    ...(Array.isArray(seeds) ? checkSeeds(seeds, [...path, "seeds"]) : []),
    ...(Array.isArray(only) ? only : []).flatMap((name, index) =>
      checkVariantName(name, [...path, "only", index], options.variants)
    ),
    ...Object.keys(isObject(variants) ? variants : {}).flatMap((name) =>
      checkVariantName(name, [...path, "variants", name], options.variants)
    ),
  ];
}

function checkKind(dataset: unknown, path: Path, below: unknown): Problem[] {
  if (!isObject(dataset) || !isObject(below) || dataset.kind === below.kind) return [];
  const wanted = `${formatKind(below.kind)}, the kind of the spec's own data`;
  return [{ path, wanted, found: formatFound(dataset.kind) }];
}

function formatKind(kind: unknown): string {
  return JSON.stringify(kind) ?? "there";
}
