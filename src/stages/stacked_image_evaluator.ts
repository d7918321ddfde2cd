import type { StageContext } from "../../pipeline/stage.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import {
  findNearestStacks,
  measureJensenShannon,
  measureStackedModes,
  nameMetric,
  type PixelMatrix,
} from "../metrics/mod.ts";
import { JUDGE_FEATURE_COUNT } from "../networks/judge.ts";
import { countChannels } from "../networks/network.ts";
import { judgeStacks } from "../training/judge_stacks.ts";
import { makeJudge } from "../training/train_judge.ts";
import { copySamples, type TrainingSet } from "../training/training_set.ts";
import { storeClosestPairs, takeRow } from "./closest_pairs.ts";
import type { PreparedData, Split } from "./dataset.ts";
import type { Evaluator } from "./evaluator.ts";
import { makeFeatureComparison } from "./feature_comparison.ts";
import { makeMultiplyRows } from "./make_multiply_rows.ts";
import { describeEngine, openStageEngine } from "./open_stage_engine.ts";
import { readParameters } from "./tensor_files.ts";

const CLASS_COUNT = 10;
/** Samples whose nearest stack of training digits is looked for. */
const QUERY_COUNT = 64;

/**
 * Compares stacked digits in the judge's penultimate layer, by the modes that its classes of the channels make, and by
 * pixels with stacks of training digits.
 *
 * Real samples are stacks of training digits, whose nearest stack is themselves: for the real row, test stacks are looked
 * up in their place.
 *
 * @param context The stage.
 * @param data The data set.
 * @param options Whether the samples to measure are real.
 */
export async function makeStackedImageEvaluator(
  context: Pick<StageContext, "inputs" | "environment">,
  data: PreparedData & { readonly digits: NonNullable<PreparedData["digits"]> },
  options: { areReal: boolean },
): Promise<Evaluator> {
  const engine = await openStageEngine(context);
  const judge = makeJudge(engine, await readParameters(context.inputs.judge, "judge/"));
  const channels = countChannels(data.test.set.shape);
  const columns = channels * JUDGE_FEATURE_COUNT;
  const toMatrix = (features: Float32Array) => ({
    data: features,
    rows: features.length / columns,
    columns,
  });
  const countModes = (labels: Uint8Array) =>
    measureStackedModes(labels, { channels, classCount: CLASS_COUNT });
  const test = judgeStacks(judge, data.test.set);
  const multiply = makeMultiplyRows(engine);
  const comparison = makeFeatureComparison(toMatrix(test.features), { multiply });
  const dataModes = countModes(data.test.labels).counts;
  const digits = toPixels(data.digits.train.set.values as Uint8Array, data.digits.train.set.count);

  function takeQueries(samples: StoredTensor): PixelMatrix {
    const total = options.areReal ? data.test.set.count : samples.shape[0];
    const count = Math.min(QUERY_COUNT, total);
    const rows = Array.from({ length: count }, (_, row) => row);
    const set = options.areReal ? data.test.set : toSet(samples);
    return toPixels(copySamples(set, rows) as Uint8Array, count);
  }

  return {
    space: `judge's penultimate layer on each of ${channels} channels, ${columns} features`,
    judgeAccuracy: countRight(test.classes, data.test, channels) / data.test.set.count,
    facts: describeEngine(engine),
    protocol: {
      ...comparison.protocol,
      nearest_neighbour_distance:
        `the first ${QUERY_COUNT} samples against all stacks of training digits`,
    },
    measure: (samples, measureOptions) => {
      const set = toSet(samples);
      const { features, classes } = judgeStacks(judge, set);
      const modes = countModes(classes);
      const queries = takeQueries(samples);
      const { stacks, distances } = findNearestStacks(queries, digits);
      const nearest = toPixels(stacks, queries.rows);
      return {
        metrics: {
          ...comparison.compare(toMatrix(features), measureOptions),
          [nameMetric("modes_captured", set.count)]: modes.captured,
          [nameMetric("mode_reverse_kl", set.count)]: modes.reverseKl,
          ...(measureOptions.isFinal
            ? { jensen_shannon: measureJensenShannon(modes.counts, dataModes) }
            : {}),
          nearest_neighbour_distance: meanOf(distances),
        },
        histogram: modes.counts.map((count, mode) => ({
          label: String(mode).padStart(channels, "0"),
          count,
        })),
        neighbours: storeClosestPairs({
          queries,
          takeNearest: (row) => takeRow(nearest, row),
          distances,
        }, samples.shape.slice(1)),
      };
    },
  };
}

/** How many stacks have the right class in every channel. */
function countRight(classes: Uint8Array, { set, labels }: Split, channels: number): number {
  let right = 0;
  for (let row = 0; row < set.count; row++) {
    let at = row * channels;
    while (at < (row + 1) * channels && classes[at] === labels[at]) at++;
    if (at === (row + 1) * channels) right++;
  }
  return right;
}

function toSet({ shape, data }: StoredTensor): TrainingSet {
  const [count, size, , channels] = shape;
  return { shape: { kind: "images", size, channels }, count, values: data as Uint8Array };
}

function toPixels(data: Uint8Array, rows: number): PixelMatrix {
  return { data, rows, columns: data.length / rows };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
