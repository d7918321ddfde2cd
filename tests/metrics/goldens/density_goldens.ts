import {
  chooseParzenSigma,
  computeMeanCovariance,
  evaluateOptimalDiscriminator,
  integrate,
  measureDensityJensenShannon,
  measureDiscriminatorValue,
  measureGaussianDistance,
  measureGeneratorCost,
  measureNonSaturatingLoss,
  measureParzen,
  measureSilvermanDensity,
} from "../../../src/metrics/mod.ts";
import { readGoldenMatrix } from "../read_golden_matrix.ts";
import type { GoldenMetric } from "./golden_metric.ts";

interface Gaussian {
  readonly mean: number;
  readonly sd: number;
}

/** Densities: estimates from samples, and the theory of two known ones. */
export const DENSITY_GOLDENS: readonly GoldenMetric[] = [
  {
    label: "Parzen log-likelihood",
    golden: "parzen_kde",
    calls: ["measureParzen", "chooseParzenSigma", "measureSilvermanDensity"],
    definition: "log (1/n) Σ N(t; xᵢ, σ²I); σ given, by validation, or by Silverman's rule",
    references: ["scikit-learn", "scipy"],
    compute: ({ inputs, params, expected }) => {
      const { samples, validation, test } = {
        samples: readGoldenMatrix(inputs.samples),
        validation: readGoldenMatrix(inputs.validation),
        test: readGoldenMatrix(inputs.test),
      };
      const fixed = measureParzen(samples, test, { sigma: params.sigma });
      const choice = chooseParzenSigma(
        samples,
        validation,
        params.sigma_grid as unknown as number[],
      );
      const { factor, values } = measureSilvermanDensity(samples, test);
      const m = test.rows;
      return {
        log_likelihood: fixed.values,
        mean: fixed.mean,
        standard_error_ddof1: fixed.standardError,
        standard_error_ddof0: fixed.standardError! * Math.sqrt((m - 1) / m),
        validation_mean_by_sigma: choice.means,
        best_sigma: choice.sigma,
        test_mean_at_best_sigma: measureParzen(samples, test, { sigma: choice.sigma }).mean,
        "silverman.factor": factor,
        "silverman.log_likelihood": values,
        "silverman.mean": values.reduce((sum, value) => sum + value, 0) / m,
        ...(expected.silverman_rule_of_thumb_1d === undefined ? {} : {
          "silverman_rule_of_thumb_1d.h_factor_times_sd": factor *
            Math.sqrt(computeMeanCovariance(samples).covariance[0]),
        }),
      };
    },
  },
  {
    label: "Optimal discriminator and C(G)",
    golden: "gan_theory",
    calls: [
      ...["evaluateOptimalDiscriminator", "measureGeneratorCost", "measureDiscriminatorValue"],
      ...["measureNonSaturatingLoss", "measureDensityJensenShannon", "measureGaussianDistance"],
    ],
    definition: "D* = p / (p + q); V(D*) = −log 4 + 2 JSD, by quadrature",
    references: ["mpmath", "scipy"],
    compute: ({ inputs, params }) => {
      const { p, q, suboptimal_logistic: logistic } = params as unknown as {
        p: Gaussian;
        q: Gaussian;
        suboptimal_logistic: { w0: number; w1: number };
      };
      const toLog = ({ mean, sd }: Gaussian) => ([x]: ArrayLike<number> & Iterable<number>) =>
        -(((x - mean) / sd) ** 2) / 2 - Math.log(sd) - Math.log(2 * Math.PI) / 2;
      const logData = toLog(p), logSamples = toLog(q);
      const options = { logData, logSamples, box: [[-40, 70]] as const, stepCount: 4000 };
      const measureKl = (first: typeof logData, second: typeof logData) =>
        integrate((point) => Math.exp(first(point)) * (first(point) - second(point)), options.box);
      const toMoments = ({ mean, sd }: Gaussian) => ({
        mean: Float64Array.of(mean),
        covariance: Float64Array.of(sd * sd),
      });
      const grid: number[] = inputs.x_grid;
      return {
        d_star: grid.map((x) => evaluateOptimalDiscriminator(logData([x]), logSamples([x]))),
        log_odds: grid.map((x) => logData([x]) - logSamples([x])),
        jsd_nats: measureDensityJensenShannon(options),
        value_at_d_star: measureGeneratorCost(options),
        value_logistic_d: measureDiscriminatorValue(
          ([x]) => logistic.w0 + logistic.w1 * x,
          options,
        ),
        value_constant_half: measureDiscriminatorValue(() => 0, options),
        kl_p_q: measureKl(logData, logSamples),
        kl_q_p: measureKl(logSamples, logData),
        nonsaturating_generator_loss_at_d_star: measureNonSaturatingLoss(options),
        wasserstein2_squared: measureGaussianDistance(toMoments(p), toMoments(q)),
      };
    },
  },
];
