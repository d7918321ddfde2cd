import { checkClaims } from "./check_claims.ts";
import { checkExtends } from "./check_extends.ts";
import { checkExperimentName, checkVariantNames } from "./check_folder_names.ts";
import { checkMixture } from "./check_mixture.ts";
import { checkPresets } from "./check_presets.ts";
import { checkPublished } from "./check_published.ts";
import { checkSeeds } from "./check_seeds.ts";
import { checkVariantName } from "./check_variant_name.ts";
import { isObject } from "./json.ts";
import { METRIC_SPACES } from "./metric_space.ts";
import type { Problem } from "./problem.ts";

/**
 * Checks what the parts of a spec say of each other: names, cycles, repeats. Works on a spec of any
 * shape, so that an author sees these problems together with those of `checkShape`, which has
 * checked all that is passed over here.
 */
export function checkLinks(value: unknown): Problem[] {
  if (!isObject(value)) return [];
  const { name, dataset, seeds, variants, only, claims, published, presets } = value;
  const problems: Problem[] = [];
  if (typeof name === "string" && name.trim() !== "") {
    problems.push(...checkExperimentName(name, ["name"]));
  }
  problems.push(...checkMixture(dataset, ["dataset"]));
  if (Array.isArray(seeds)) problems.push(...checkSeeds(seeds, ["seeds"]));
  const names = isObject(variants) ? Object.keys(variants) : [];
  if (isObject(variants)) {
    problems.push(...checkVariantCount(names), ...checkVariantNames(names));
    problems.push(...checkExtends(variants));
  }
  const kind = isObject(dataset) ? String(dataset.kind) : "";
  const space = Object.hasOwn(METRIC_SPACES, kind) ? METRIC_SPACES[kind] : undefined;
  if (Array.isArray(claims)) problems.push(...checkClaims(claims, { variants: names, space }));
  if (Array.isArray(only)) {
    problems.push(...only.flatMap((name, at) => checkVariantName(name, ["only", at], names)));
  }
  if (Array.isArray(published)) {
    problems.push(...checkPublished(published, { variants: names, space }));
  }
  if (isObject(presets)) {
    problems.push(...checkPresets(presets, { variants: names, space, dataset }));
  }
  return problems;
}

function checkVariantCount(names: readonly string[]): Problem[] {
  if (names.length > 0) return [];
  return [{
    path: ["variants"],
    wanted: "an object with at least one variant",
    found: "it is empty",
  }];
}
