import type { FeatureMatrix } from "../../metrics/feature_matrix.ts";
import { UsageError } from "../usage_error.ts";
import type { SampleSet } from "./sample_set.ts";

/** Larger features overflow when they are squared and summed. */
const MOST = 1e100;

/** Two sets, and the option by which each was named. */
export interface NamedSets {
  readonly real: SampleSet;
  readonly fake: SampleSet;
}

/**
 * Refuses two sets that cannot be compared, before any work.
 *
 * @param sets The two.
 * @param options The neighbour that sets the radius of a ball: each set needs more samples.
 * @throws {UsageError} If they differ in kind, in features or in size, if one is too small, or holds NaN or Infinity.
 */
export function checkSets(sets: NamedSets, { neighbour }: { readonly neighbour: number }): void {
  const { real, fake } = sets;
  if (real.kind !== fake.kind) {
    throw new UsageError(
      `Cannot compare --real, ${real.kind} (${real.source}), with --fake, ${fake.kind} (${fake.source}): ` +
        `two sets of features or two of images are wanted`,
    );
  }
  if (describeShape(real) !== describeShape(fake)) {
    throw new UsageError(
      `Cannot compare --real of ${describeShape(real)} (${real.source}) with --fake of ${
        describeShape(fake)
      } (${fake.source}): equal ones are wanted`,
    );
  }
  for (const [name, set] of Object.entries({ real, fake })) {
    const count = countSamples(set);
    if (count <= neighbour) {
      throw new UsageError(
        `Cannot evaluate --${name} (${set.source}): it has ${count} samples, and --k is ${neighbour}; ` +
          `at least ${neighbour + 1} samples are wanted`,
      );
    }
    if (set.kind === "features") refuseNonFinite(name, set.features);
  }
}

/** How many samples a set has. */
export function countSamples(set: SampleSet): number {
  return set.kind === "features" ? set.features.rows : set.count;
}

function describeShape(set: SampleSet): string {
  return set.kind === "features"
    ? `${set.features.columns} features`
    : `${set.width} × ${set.height} pixels`;
}

function refuseNonFinite(name: string, { data, columns }: FeatureMatrix): void {
  const bad = data.findIndex((value: number) => !(Math.abs(value) <= MOST));
  if (bad < 0) return;
  throw new UsageError(
    `Cannot evaluate --${name}: row ${Math.floor(bad / columns)}, column ${bad % columns} is ${
      data[bad]
    }; finite features, up to ${MOST}, are wanted`,
  );
}
