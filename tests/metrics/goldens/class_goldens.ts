import {
  computeMeanCovariance,
  countModes,
  measureAmScore,
  measureClassifierScore,
  measureConditionalEntropy,
  measureEntropy,
  measureJensenShannon,
  measureKlDivergence,
  measureKlToUniform,
  measureModes,
  measureModeScore,
  measureTotalVariation,
} from "../../../src/metrics/mod.ts";
import { readGoldenMatrix } from "../read_golden_matrix.ts";
import type { GoldenMetric } from "./golden_metric.ts";

/** Histograms over classes and modes, and scores of class probabilities. */
export const CLASS_GOLDENS: readonly GoldenMetric[] = [
  {
    label: "KL, Jensen-Shannon, total variation",
    golden: "histogram_divergences",
    calls: [
      ...["measureKlDivergence", "measureKlToUniform", "measureJensenShannon"],
      "measureTotalVariation",
    ],
    definition: "Σ p ln(p/q); (KL(p‖m) + KL(q‖m)) / 2 with m = (p + q) / 2; ½ Σ |p − q|",
    references: ["scipy"],
    compute: ({ inputs }) => {
      const p: number[] = inputs.p_counts, q: number[] = inputs.q_counts;
      const divergence = measureJensenShannon(p, q);
      return {
        jsd_nats: divergence,
        jsd_bits: divergence / Math.LN2,
        js_distance_nats: Math.sqrt(divergence),
        kl_p_q_nats: measureKlDivergence(p, q),
        kl_q_p_nats: measureKlDivergence(q, p),
        kl_p_uniform_nats: measureKlToUniform(p),
        nonzero_bins_p: p.filter((count) => count > 0).length,
        total_variation: measureTotalVariation(p, q),
      };
    },
  },
  {
    label: "Classifier, mode and AM score",
    golden: "inception_score",
    calls: [
      ...["measureClassifierScore", "measureModeScore", "measureAmScore"],
      "measureConditionalEntropy",
    ],
    definition: "exp(mean KL(p(y|x)‖p(y))); × exp(−KL(p(y)‖p*)); KL(p*‖p(y)) + mean H(p(y|x))",
    references: ["torch-fidelity", "scipy"],
    compute: ({ inputs }) => {
      const probabilities = readGoldenMatrix(inputs.p_y_given_x);
      const whole = measureClassifierScore(probabilities).mean;
      const { mean, sd, values } = measureClassifierScore(probabilities, { splits: 10 });
      const marginal = computeMeanCovariance(probabilities).mean;
      return {
        splits1: whole,
        "splits10.mean": mean,
        "splits10.std_population": sd,
        "splits10.per_split": values,
        mode_score_che2017: measureModeScore(probabilities, inputs.p_train),
        // The form that equals the classifier score.
        mode_score_train_prior_form: whole,
        am_score: measureAmScore(probabilities, inputs.p_train),
        mean_conditional_entropy_nats: measureConditionalEntropy(probabilities),
        marginal_entropy_nats: measureEntropy(marginal),
      };
    },
  },
  {
    label: "Modes covered, high-quality share, reverse KL",
    golden: "modes",
    calls: ["countModes", "measureModes"],
    definition:
      "nearest centre within 3σ; KL of the histogram over modes, of good or of all samples",
    references: ["scipy"],
    compute: ({ inputs, params }) => {
      const samples: number[] = inputs.samples.flat(), centres: number[] = inputs.centres.flat();
      const options = { standardDeviation: params.sigma };
      const counts = countModes(samples, centres, options);
      const statistics = measureModes(counts);
      const flat = counts.nearest.map(() => 1);
      const ofGood = statistics.reverseKl === null
        ? null
        : measureJensenShannon(counts.highQuality, flat);
      const held = inputs.centres.filter((centre: number[]) =>
        countModes(samples, centre, options).highQuality[0] > 0
      );
      return {
        modes_covered: statistics.modesCovered,
        modes_with_any_sample_within_3_sigma: held.length,
        high_quality_share: statistics.highQualityShare,
        counts_nearest_all: counts.nearest,
        counts_nearest_high_quality: counts.highQuality,
        reverse_kl_all_nats: statistics.reverseKlAll,
        reverse_kl_high_quality_nats: statistics.reverseKl,
        jsd_uniform_all_nats: statistics.jensenShannon,
        jsd_uniform_high_quality_nats: ofGood,
        jsd_uniform_high_quality_bits: ofGood === null ? null : ofGood / Math.LN2,
      };
    },
  },
];
