import type { StageContext } from "../../pipeline/stage.ts";
import type { Engine } from "../engine/engine.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import {
  computeProbabilities,
  countClasses,
  countCoveredClasses,
  findNearestNeighbours,
  measureClassifierScore,
  measureEntropy,
  measureJensenShannon,
  measureKlToUniform,
  measureModeScore,
} from "../metrics/mod.ts";
import { JUDGE_FEATURE_COUNT } from "../networks/judge.ts";
import type { TrainingSet } from "../training/batches.ts";
import { type Judgement, makeJudge } from "../training/train_judge.ts";
import { storeClosestPairs, takeRow } from "./closest_pairs.ts";
import type { PreparedData } from "./dataset.ts";
import type { Evaluator, MeasureOptions } from "./evaluator.ts";
import { makeFeatureComparison } from "./feature_comparison.ts";
import { makeMultiplyRows } from "./make_multiply_rows.ts";
import { describeEngine, openStageEngine } from "./open_stage_engine.ts";
import { readParameters } from "./tensor_files.ts";

const CLASS_COUNT = 10;
/** Samples whose nearest training image is looked for. */
const QUERY_COUNT = 64;

/**
 * Compares images in the judge's penultimate layer, by its classes, and by pixels with the training images.
 *
 * Real samples are training images, whose nearest training image is themselves: for the real row, test images are looked
 * up in their place.
 *
 * @param context The stage.
 * @param data The data set.
 * @param options Whether the samples to measure are real; the engine, where the stage has opened it.
 */
export async function makeImageEvaluator(
  context: Pick<StageContext, "inputs" | "environment">,
  data: PreparedData,
  options: { areReal: boolean; engine?: Engine },
): Promise<Evaluator> {
  const engine = options.engine ?? await openStageEngine(context);
  const judge = makeJudge(engine, await readParameters(context.inputs.judge, "judge/"));
  const multiply = makeMultiplyRows(engine);
  const comparison = makeFeatureComparison(toMatrix(judge(data.test.set).features), { multiply });
  const dataClasses = countClasses(data.test.labels, CLASS_COUNT);
  const training = toPixels(data.train.set.values as Uint8Array, data.train.set.count);

  function findNearest(samples: StoredTensor) {
    const images = (options.areReal ? data.test.set.values : samples.data) as Uint8Array;
    const count = Math.min(QUERY_COUNT, images.length / training.columns);
    const queries = toPixels(images.subarray(0, count * training.columns), count);
    return { queries, ...findNearestNeighbours(queries, training) };
  }

  return {
    space: `judge's penultimate layer, ${JUDGE_FEATURE_COUNT} features`,
    facts: describeEngine(engine),
    protocol: {
      ...comparison.protocol,
      nearest_neighbour_distance: `the first ${QUERY_COUNT} samples against all training images`,
    },
    measure: (samples, options) => {
      const judgement = judge(toSet(samples));
      const counts = countClasses(judgement.classes, CLASS_COUNT);
      const nearest = findNearest(samples);
      return {
        metrics: {
          ...comparison.compare(toMatrix(judgement.features), options),
          ...measureClasses(counts, judgement, { ...options, dataClasses }),
          nearest_neighbour_distance: meanOf(nearest.distances),
        },
        histogram: counts.map((count, label) => ({ label: String(label), count })),
        neighbours: storeClosestPairs({
          ...nearest,
          takeNearest: (row) => takeRow(training, nearest.indices[row]),
        }, samples.shape.slice(1)),
      };
    },
  };
}

/** What the judge's classes say; its scores of final samples only. */
function measureClasses(
  counts: readonly number[],
  { logits }: Judgement,
  { isFinal, dataClasses }: MeasureOptions & { readonly dataClasses: readonly number[] },
): Record<string, number> {
  const onCurve = {
    class_entropy: measureEntropy(counts),
    kl_to_uniform: measureKlToUniform(counts),
    classes_covered: countCoveredClasses(counts),
  };
  if (!isFinal) return onCurve;
  const probabilities = computeProbabilities({
    data: logits,
    rows: logits.length / CLASS_COUNT,
    columns: CLASS_COUNT,
  });
  return {
    ...onCurve,
    jensen_shannon: measureJensenShannon(counts, dataClasses),
    classifier_score: measureClassifierScore(probabilities).mean,
    mode_score: measureModeScore(probabilities, dataClasses),
  };
}

function toSet(samples: StoredTensor): TrainingSet {
  const [count, size] = samples.shape;
  return { shape: { kind: "images", size }, count, values: samples.data as Uint8Array };
}

function toMatrix(features: Float32Array) {
  const rows = features.length / JUDGE_FEATURE_COUNT;
  return { data: features, rows, columns: JUDGE_FEATURE_COUNT };
}

function toPixels(data: Uint8Array, rows: number) {
  return { data, rows, columns: data.length / rows };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
