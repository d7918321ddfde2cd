import type { FeatureMatrix } from "../../metrics/feature_matrix.ts";
import { UsageError } from "../usage_error.ts";
import { formatCount } from "./format_count.ts";
import type { SampleSet } from "./sample_set.ts";

/** Larger features overflow when they are squared and summed. */
const MOST = 1e100;
/** Of features that are all smaller squares vanish. */
const LEAST = 1e-100;

/** Two sets, and the option by which each was named. */
export interface NamedSets {
  readonly real: SampleSet;
  readonly fake: SampleSet;
}

/** Options of `checkSets()`. */
export interface CheckSetsOptions {
  /** The neighbour that sets the radius of a ball: each set needs more samples. */
  readonly neighbour: number;
  /** The judge as named; sets of features need none. */
  readonly judge?: string | undefined;
}

/**
 * Refuses two sets that cannot be compared, before any work.
 *
 * @param sets The two.
 * @param options The neighbour, and the judge.
 * @throws {UsageError} If they differ in kind, in features or in size, if one is too small, without features, or holds NaN,
 * Infinity, or numbers whose squares leave float64's range; or if a judge is named for features.
 */
export function checkSets(sets: NamedSets, { neighbour, judge }: CheckSetsOptions): void {
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
  if (judge !== undefined && real.kind === "features") {
    throw new UsageError(
      `Cannot use "--judge" with features (${real.source}): they are measured as they are; leave it ` +
        `out, or name two sets of images`,
    );
  }
  for (const [name, set] of Object.entries({ real, fake })) {
    const count = countSamples(set);
    if (count <= neighbour) {
      throw new UsageError(
        `Cannot evaluate --${name} (${set.source}): it has ${
          formatCount(count, "sample")
        }, and --k is ${neighbour}; at least ${neighbour + 1} samples are wanted`,
      );
    }
    if (set.kind === "features") refuseFeatures(`--${name}`, set.features);
  }
}

/** How many samples a set has. */
export function countSamples(set: SampleSet): number {
  return set.kind === "features" ? set.features.rows : set.count;
}

function describeShape(set: SampleSet): string {
  return set.kind === "features"
    ? formatCount(set.features.columns, "feature")
    : `${set.width} × ${set.height} pixels`;
}

function refuseFeatures(name: string, { data, columns }: FeatureMatrix): void {
  if (columns === 0) {
    throw new UsageError(`Cannot evaluate ${name}: it has 0 features; at least 1 is wanted`);
  }
  let largest = 0;
  for (let at = 0; at < data.length; at++) {
    const size = Math.abs(data[at]);
    if (!(size <= MOST)) {
      throw new UsageError(
        `Cannot evaluate ${name}: row ${Math.floor(at / columns)}, column ${at % columns} is ${
          data[at]
        }; finite features, up to ${MOST}, are wanted`,
      );
    }
    largest = Math.max(largest, size);
  }
  if (largest > 0 && largest < LEAST) {
    throw new UsageError(
      `Cannot evaluate ${name}: its largest feature is ${largest}; one of at least ${LEAST}, or 0 ` +
        `throughout, is wanted`,
    );
  }
}
