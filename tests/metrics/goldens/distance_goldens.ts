import {
  computeMeanCovariance,
  estimateMeanDiscrepancy,
  type FeatureMatrix,
  findMedianDistance,
  measureExactWasserstein,
  measureFrechetDistance,
  measureGaussianDiscrepancy,
  measureKernelDistance,
  measureKernelDistanceOverSubsets,
  measureSlicedWasserstein,
  measureWasserstein1d,
} from "../../../src/metrics/mod.ts";
import type { GoldenCase } from "../read_golden.ts";
import { readGoldenMatrix } from "../read_golden_matrix.ts";
import type { GoldenMetric } from "./golden_metric.ts";

function readPair({ inputs }: GoldenCase): { x: FeatureMatrix; y: FeatureMatrix } {
  const x = readGoldenMatrix(inputs.x);
  return { x, y: inputs.y === "same as x" ? x : readGoldenMatrix(inputs.y) };
}

/** Distances of two sets of features. */
export const DISTANCE_GOLDENS: readonly GoldenMetric[] = [
  {
    label: "Fréchet distance",
    golden: "frechet",
    calls: ["measureFrechetDistance", "computeMeanCovariance"],
    definition: "‖m₁ − m₂‖² + tr(S₁ + S₂ − 2 (S₁S₂)^½), covariances over n − 1",
    references: ["mpmath", "scipy", "torch-fidelity"],
    compute: (golden) => {
      const { x, y } = readPair(golden);
      const [first, second] = [x, y].map(computeMeanCovariance);
      const d = x.columns;
      const meanTerm = first.mean.reduce((sum, m, i) => sum + (m - second.mean[i]) ** 2, 0);
      let traceSum = 0;
      for (let i = 0; i < d; i++) {
        traceSum += first.covariance[i * d + i] + second.covariance[i * d + i];
      }
      const frechet = measureFrechetDistance(x, y);
      return {
        frechet,
        mean_term: meanTerm,
        trace_sum: traceSum,
        trace_sqrt: (meanTerm + traceSum - frechet) / 2,
      };
    },
  },
  {
    label: "Kernel distance",
    golden: "kid",
    calls: ["measureKernelDistance", "estimateMeanDiscrepancy"],
    definition: "MMD² under (x·y / d + 1)³, unbiased over all pairs",
    references: ["torch-fidelity", "scikit-learn"],
    compute: (golden) => {
      const { x, y } = readPair(golden);
      if (golden.expected.kid === undefined) return {};
      const kernel = (product: number) => (product / x.columns + 1) ** 3;
      const kid = measureKernelDistance(x, y);
      return {
        kid,
        mmd2_biased: estimateMeanDiscrepancy(x, y, kernel).biased,
        // The other U-statistic leaves out pairs of equal index too: ours with their share taken away.
        ...(x.rows === y.rows
          ? { mmd2_ustatistic_no_cross_diagonal: kid + leaveOutDiagonal(x, y, kernel) }
          : {}),
      };
    },
  },
  {
    label: "Kernel distance over subsets",
    golden: "kid",
    calls: ["measureKernelDistanceOverSubsets"],
    definition: "its mean and population SD over given subsets",
    references: ["torch-fidelity"],
    compute: (golden) => {
      if (golden.expected.kid_mean === undefined) return {};
      const { x, y } = readPair(golden);
      const { indices_x: fakeSubsets, indices_y: realSubsets } = golden
        .params as unknown as Record<string, number[][]>;
      const { mean, sd, values } = measureKernelDistanceOverSubsets(x, y, {
        fakeSubsets,
        realSubsets,
      });
      return { kid_mean: mean, kid_std_population: sd, per_subset: values };
    },
  },
  {
    label: "Gaussian MMD²",
    golden: "mmd_gaussian",
    calls: ["measureGaussianDiscrepancy", "findMedianDistance"],
    definition: "MMD² under exp(−‖x − y‖² / 2σ²), σ fixed or the pooled median distance",
    references: ["scikit-learn", "torch-fidelity"],
    compute: (golden) => {
      const { x, y } = readPair(golden);
      const sigma = findMedianDistance(x, y);
      const measure = (bandwidth: number) => measureGaussianDiscrepancy(x, y, { bandwidth });
      const [fixed, heuristic] = [golden.params.sigma, sigma].map(measure);
      return {
        "fixed.mmd2_unbiased": fixed.unbiased,
        "fixed.mmd2_biased": fixed.biased,
        "median_heuristic.sigma": sigma,
        "median_heuristic.mmd2_unbiased": heuristic.unbiased,
        "median_heuristic.mmd2_biased": heuristic.biased,
      };
    },
  },
  {
    label: "Sliced Wasserstein",
    golden: "sliced_wasserstein",
    calls: ["measureSlicedWasserstein"],
    definition: "(mean over directions u of W_p^p(u·X, u·Y))^(1/p)",
    references: ["POT"],
    compute: (golden) => {
      const { x, y } = readPair(golden);
      const directions = readGoldenMatrix(golden.inputs.directions);
      const d = directions.columns;
      const rows = Array.from({ length: directions.rows }, (_, row) => {
        const data = directions.data.slice(row * d, (row + 1) * d);
        return { data, rows: 1, columns: d };
      });
      const unit = rows.flatMap(({ data }) => {
        const length = Math.hypot(...data);
        return [...data].map((value) => value / length);
      });
      const whole = measureSlicedWasserstein(x, y, { directions });
      return {
        sliced_w2: whole,
        sliced_w2_squared: whole ** 2,
        per_direction_w2_squared: rows.map((one) =>
          measureSlicedWasserstein(x, y, { directions: one }) ** 2
        ),
        sliced_w2_directions_renormalised: measureSlicedWasserstein(x, y, {
          directions: { ...directions, data: Float64Array.from(unit) },
        }),
        sliced_w1: measureSlicedWasserstein(x, y, { directions, power: 1 }),
      };
    },
  },
  {
    label: "Wasserstein in one dimension",
    golden: "wasserstein_exact",
    calls: ["measureWasserstein1d"],
    definition: "(∫ |F⁻¹ − G⁻¹|^p)^(1/p), with weights",
    references: ["POT", "scipy"],
    compute: ({ inputs, expected }) => {
      const { x, y, weights_x: xWeights, weights_y: yWeights } = inputs;
      if (typeof x[0] !== "number") return {};
      const w1 = measureWasserstein1d(x, y, { xWeights, yWeights });
      if (expected.w2 === undefined) return { w1 };
      const w2 = measureWasserstein1d(x, y, { power: 2 });
      return { w1, w2, w2_squared: w2 ** 2 };
    },
  },
  {
    label: "Wasserstein of small sets",
    golden: "wasserstein_exact",
    calls: ["measureExactWasserstein"],
    definition: "the least (mean ‖x − y‖^p)^(1/p) over assignments",
    references: ["POT"],
    compute: (golden) => {
      if (typeof golden.inputs.x[0] === "number") return {};
      const { x, y } = readPair(golden);
      const w2 = measureExactWasserstein(x, y);
      return { w1: measureExactWasserstein(x, y, { power: 1 }), w2, w2_squared: w2 ** 2 };
    },
  },
];

function leaveOutDiagonal(
  x: FeatureMatrix,
  y: FeatureMatrix,
  kernel: (product: number) => number,
): number {
  const { rows: n, columns: d } = x;
  let cross = 0, diagonal = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let product = 0;
      for (let k = 0; k < d; k++) product += x.data[i * d + k] * y.data[j * d + k];
      cross += kernel(product);
      if (i === j) diagonal += kernel(product);
    }
  }
  return 2 * cross / (n * n) - 2 * (cross - diagonal) / (n * (n - 1));
}
