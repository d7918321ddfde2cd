import { isObject } from "./json.ts";
import { listAncestry } from "./list_ancestry.ts";
import { mergeSettings } from "./merge_settings.ts";
import type { Path } from "./problem.ts";
import type { ChosenPreset } from "./choose_preset.ts";
import type { ExperimentSpec, SettingsSpec, VariantSpec } from "./spec.ts";

/** Settings as one place of the spec has them. */
export interface Layer {
  /** Where they stand in the spec. */
  readonly path: Path;
  readonly settings: SettingsSpec;
}

/**
 * Lists what a variant is made of, what wins last: `base`, what it extends from the farthest to the
 * nearest, the variant itself, and with a preset its `base` and `variants` in the same order.
 */
export function listLayers(
  spec: ExperimentSpec,
  name: string,
  preset: ChosenPreset | undefined,
): Layer[] {
  const lineage = listAncestry(name, spec.variants).reverse();
  const layers = [
    toLayer(["base"], spec.base),
    ...lineage.map((member) => toLayer(["variants", member], spec.variants[member])),
  ];
  if (preset === undefined) return layers;
  const { base, variants = {} } = preset.spec;
  const named = lineage.filter((member) => Object.hasOwn(variants, member));
  return [
    ...layers,
    toLayer([...preset.path, "base"], base),
    ...named.map((member) => toLayer([...preset.path, "variants", member], variants[member])),
  ];
}

/** What a network is where no layer says, so that one of another kind replaces it. */
const USUAL: SettingsSpec = { generator: { kind: "mlp" }, discriminator: { kind: "mlp" } };

/** Merges layers into one, over the kinds that networks have where none is written. */
export function mergeLayers(layers: readonly Layer[]): SettingsSpec {
  return layers.reduce<object>((below, { settings }) => mergeSettings(below, settings), USUAL);
}

/** Finds where a merged setting was written: in the last layer that has it, or in none. */
export function findOrigin(layers: readonly Layer[], path: Path): Path | undefined {
  const layer = layers.findLast(({ settings }) => hasPath(settings, path));
  return layer === undefined ? undefined : [...layer.path, ...path];
}

/** Whether something is written at a path of settings. */
export function hasPath(settings: unknown, path: Path): boolean {
  let value: unknown = settings;
  for (const key of path) value = isObject(value) ? value[String(key)] : undefined;
  return value !== undefined;
}

function toLayer(path: Path, settings: VariantSpec = {}): Layer {
  const { extends: _, ...own } = settings;
  return { path, settings: spreadLearningRate(own) };
}

// One number is written out for both networks, so that a layer above can change one of them.
function spreadLearningRate(settings: SettingsSpec): SettingsSpec {
  const rate = settings.optimizer?.learningRate;
  if (typeof rate !== "number") return settings;
  const learningRate = { generator: rate, discriminator: rate };
  return { ...settings, optimizer: { ...settings.optimizer, learningRate } };
}
