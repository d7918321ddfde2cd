import {
  countModes,
  measureFrechetDistance,
  measureModes,
  measureSlicedWasserstein,
  nameMetric,
  spreadDirections,
} from "../metrics/mod.ts";
import type { PreparedData } from "./dataset.ts";
import type { Evaluator } from "./evaluator.ts";

/** Directions along which samples and data are compared. */
const DIRECTIONS = 64;

/** Compares points with the modes of their mixture, and with its test points in the plane. */
export function makePointEvaluator(
  data: PreparedData,
  mixture: NonNullable<PreparedData["mixture"]>,
): Evaluator {
  const { centres, weights, standardDeviation } = mixture;
  const real = toMatrix(data.test.set.values as Float32Array);
  const directions = spreadDirections(DIRECTIONS);
  return {
    space: "the plane",
    protocol: { sliced_wasserstein: `${DIRECTIONS} even directions; final samples only` },
    facts: {},
    measure: (samples, { isFinal }) => {
      const points = samples.data as Float32Array;
      const counts = countModes(points, centres, { standardDeviation });
      const statistics = measureModes(counts, { weights });
      return {
        metrics: {
          modes_covered: statistics.modesCovered,
          modes_covered_20: statistics.modesCovered20,
          high_quality_share: statistics.highQualityShare,
          ...(statistics.reverseKl === null ? {} : { reverse_kl: statistics.reverseKl }),
          [nameMetric("frechet_distance", points.length / 2)]: measureFrechetDistance(
            toMatrix(points),
            real,
          ),
          ...(isFinal
            ? {
              reverse_kl_all: statistics.reverseKlAll,
              jensen_shannon: statistics.jensenShannon,
              [nameMetric("sliced_wasserstein", points.length / 2)]: measureSlicedWasserstein(
                toMatrix(points),
                real,
                { directions },
              ),
            }
            : {}),
        },
        histogram: counts.highQuality.map((count, mode) => ({ label: String(mode + 1), count })),
        neighbours: {},
      };
    },
  };
}

function toMatrix(points: Float32Array) {
  return { data: points, rows: points.length / 2, columns: 2 };
}
