import { quoteNames, suggestNearest } from "./find_nearest.ts";
import type { Path } from "./problem.ts";
import type { ExperimentSpec, PresetSpec } from "./spec.ts";
import { SpecError } from "./spec_error.ts";

/** A preset that was asked for, and where it stands in the spec. */
export interface ChosenPreset {
  readonly path: Path;
  readonly spec: PresetSpec;
}

/**
 * Finds a preset of a spec.
 *
 * @param spec The spec.
 * @param options The preset's name, if one was asked for, and how errors call the spec.
 * @returns The preset, or undefined where none was asked for.
 * @throws {SpecError} If the spec has none of that name, naming those that it has.
 */
export function choosePreset(
  spec: ExperimentSpec,
  options: { readonly name: string | undefined; readonly file: string },
): ChosenPreset | undefined {
  const { name, file } = options;
  if (name === undefined) return undefined;
  const presets = spec.presets ?? {};
  const known = Object.keys(presets);
  if (Object.hasOwn(presets, name)) return { path: ["presets", name], spec: presets[name] };
  const found = known.length === 0
    ? "the spec has no presets; one without --preset is wanted"
    : `it must be one of ${quoteNames(known)}`;
  const hint = suggestNearest(name, known);
  throw new SpecError([
    `Cannot use the preset "${name}" of "${file}": ${found}${
      hint === undefined ? "" : `. ${hint}`
    }`,
  ]);
}
