import { makeDuplicateMeter, type ModeSigns, type SampleSigns } from "../diagnosis/mod.ts";
import type { FeatureMatrix } from "../metrics/mod.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import { copySamples } from "../training/training_set.ts";
import type { PreparedData } from "./dataset.ts";
import type { Measurement } from "./evaluator.ts";

/** Samples among which near-duplicates are looked for; 500 images take a tenth of a second. */
const MOST_COMPARED = 500;

/** Reads the signs of a diagnosis off samples and what was measured on them. */
export type ReadSigns = (samples: StoredTensor, measurement: Measurement) => SampleSigns;

/**
 * Prepares to read signs: what the metrics say, and how alike the first samples are to each other, held against as many
 * real ones.
 *
 * @param data The data set.
 * @param options Samples at each snapshot: no set has fewer, and all sets are looked at alike.
 */
export function makeSignsReader(
  data: PreparedData,
  { sampleCount }: { readonly sampleCount: number },
): ReadSigns {
  const { set } = data.test;
  const compared = Math.min(MOST_COMPARED, sampleCount, set.count);
  const real = copySamples(set, Array.from({ length: compared }, (_, row) => row));
  const measureDuplicates = makeDuplicateMeter(takeRows(real, compared, compared));
  return (samples, { metrics, histogram }) => ({
    modes: readModes(data, histogram, samples.shape[0]),
    ...measureDuplicates(
      takeRows(samples.data as Uint8Array | Float32Array, samples.shape[0], compared),
    ),
    comparedCount: compared,
    precision: findMetric(metrics, "precision"),
    recall: findMetric(metrics, "recall"),
    nearestTrainingDistance: findMetric(metrics, "nearest_neighbour_distance"),
  });
}

function readModes(
  { mixture, digits }: PreparedData,
  histogram: Measurement["histogram"],
  sampleCount: number,
): ModeSigns {
  const weights = Array.from(mixture?.weights ?? []);
  const isEqual = weights.every((weight) => weight === weights[0]);
  return {
    noun: mixture === undefined && digits === undefined ? "class" : "mode",
    ...(mixture === undefined ? {} : { allowsNone: true }),
    counts: histogram.map(({ count }) => count),
    sampleCount,
    ...(isEqual ? {} : { weights }),
  };
}

/** The value of a metric by base name, whatever its protocol. */
function findMetric(metrics: Measurement["metrics"], base: string): number | undefined {
  const name = Object.keys(metrics).find((one) => one === base || one.startsWith(`${base}_`));
  return name === undefined ? undefined : metrics[name];
}

/** The first rows; pixels become numbers in [0, 1]. */
function takeRows(
  values: Uint8Array | Float32Array,
  rowCount: number,
  most: number,
): FeatureMatrix {
  const columns = values.length / rowCount;
  const rows = Math.min(most, rowCount);
  const scale = values instanceof Uint8Array ? 255 : 1;
  // A loop, as `Float64Array.from` with a function takes a hundred times as long.
  const data = new Float64Array(rows * columns);
  for (let at = 0; at < data.length; at++) data[at] = values[at] / scale;
  return { data, rows, columns };
}
