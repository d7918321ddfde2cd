import { pickEvenly } from "../../report/pick_evenly.ts";
import type { Both, ComparedPictures } from "../../report/comparison/comparison_data.ts";
import type { Snapshot } from "../../report/report_data.ts";
import type { Side } from "../diff/read_side.ts";
import { openSamples } from "../pictures/open_samples.ts";
import { readRecord } from "../pictures/read_record.ts";

/** The most pictures of a page, so that it stays near 5 MB. */
const MOST_PICTURES = 240;
const MOST_STEPS = 12;

/** What is shown. */
export interface ReadPicturesOptions {
  /** Variants of both sides. */
  readonly variants: readonly string[];
  /** Seeds of both sides. */
  readonly seeds: Both<readonly number[]>;
  /** Experiments that share the page. */
  readonly experimentCount: number;
}

/**
 * Reads samples of both sides: of the seeds that both have, the same steps; fewer seeds, then fewer steps, where there
 * are many runs.
 *
 * @returns Undefined where the stores have no samples.
 * @throws {DamageError} If an artifact is damaged.
 */
export async function readPictures(
  sides: Both<Side>,
  { variants, seeds, experimentCount }: ReadPicturesOptions,
): Promise<ComparedPictures | undefined> {
  const records = await Promise.all(
    sides.map(({ results, view }) => readRecord(results, view.keys.report)),
  );
  const sources = records.map((record, at) =>
    record === null ? null : openSamples(sides[at].results, record)
  );
  const known = sources.find((source) => source !== null);
  if (!known || variants.length === 0) return undefined;
  const room = Math.floor(MOST_PICTURES / experimentCount / 2 / variants.length);
  const common = seeds[0].filter((seed) => seeds[1].includes(seed));
  const shown = (common.length > 0 ? common : seeds[0]).slice(0, Math.max(1, Math.floor(room / 3)));
  const stepCount = Math.min(MOST_STEPS, Math.max(1, Math.floor(room / shown.length)));
  const runs: ComparedPictures["runs"][number][] = [];
  for (const variant of variants) {
    for (const seed of shown) {
      const read = await Promise.all(
        sources.map((source) => source?.readSnapshots(variant, seed) ?? null),
      );
      const thin = (snapshots: Snapshot[] | null) =>
        snapshots === null ? null : pickEvenly(snapshots, stepCount);
      runs.push({ variant, seed, snapshots: [thin(read[0]), thin(read[1])] });
    }
  }
  if (runs.every(({ snapshots }) => snapshots.every((one) => one === null))) return undefined;
  const real = await known.readReal();
  const { dataset, centres } = known;
  return { dataset, centres, seeds: shown, runs, ...(real === undefined ? {} : { real }) };
}
