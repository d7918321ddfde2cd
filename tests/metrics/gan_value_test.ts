import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  measureDensityJensenShannon,
  measureDiscriminatorValue,
  measureGeneratorCost,
  measureNonSaturatingLoss,
} from "../../src/metrics/gan_value.ts";
import { measureGaussianDistance } from "../../src/metrics/gaussian_distance.ts";
import { integrate } from "../../src/metrics/integrate.ts";
import { evaluateOptimalDiscriminator } from "../../src/metrics/optimal_discriminator.ts";
import { assertGolden, readGolden } from "./read_golden.ts";

interface Gaussian {
  readonly mean: number;
  readonly sd: number;
}

const logGaussian = ({ mean, sd }: Gaussian) => ([x]: ArrayLike<number> & Iterable<number>) =>
  -(((x - mean) / sd) ** 2) / 2 - Math.log(sd) - Math.log(2 * Math.PI) / 2;

for (const golden of readGolden("gan_theory")) {
  const { p, q, suboptimal_logistic: logistic } = golden.params as unknown as {
    p: Gaussian;
    q: Gaussian;
    suboptimal_logistic: { w0: number; w1: number };
  };
  const { expected } = golden;
  const logData = logGaussian(p), logSamples = logGaussian(q);
  const options = { logData, logSamples, box: [[-40, 70]] as const, stepCount: 4000 };

  Deno.test(`evaluateOptimalDiscriminator() gives the golden values of ${golden.name}`, () => {
    golden.inputs.x_grid.forEach((x: number, i: number) => {
      assertGolden(logData([x]) - logSamples([x]), expected.log_odds[i], golden);
      const value = evaluateOptimalDiscriminator(logData([x]), logSamples([x]));
      assertGolden(value, expected.d_star[i], golden);
    });
  });

  Deno.test(`quadrature gives the golden GAN values of ${golden.name}`, () => {
    assertGolden(measureGeneratorCost(options), expected.value_at_d_star, golden);
    assertGolden(measureDensityJensenShannon(options), expected.jsd_nats, golden);
    const logOdds = ([x]: Float64Array) => logistic.w0 + logistic.w1 * x;
    const suboptimal = measureDiscriminatorValue(logOdds, options);
    assertGolden(suboptimal, expected.value_logistic_d, golden);
    const constant = measureDiscriminatorValue(() => 0, options);
    assertGolden(constant, expected.value_constant_half, golden);
    const loss = measureNonSaturatingLoss(options);
    assertGolden(loss, expected.nonsaturating_generator_loss_at_d_star, golden);
    const kl = (first: typeof logData, second: typeof logData) =>
      integrate((point) => Math.exp(first(point)) * (first(point) - second(point)), options.box);
    assertGolden(kl(logData, logSamples), expected.kl_p_q, golden);
    assertGolden(kl(logSamples, logData), expected.kl_q_p, golden);
    const toMoments = ({ mean, sd }: Gaussian) => ({
      mean: Float64Array.of(mean),
      covariance: Float64Array.of(sd * sd),
    });
    const distance = measureGaussianDistance(toMoments(p), toMoments(q));
    assertGolden(distance, expected.wasserstein2_squared, golden);
  });
}

Deno.test("measureGeneratorCost() of two features is that of one, times nothing: an equal second drops out", () => {
  const p = logGaussian({ mean: 0, sd: 1 }), q = logGaussian({ mean: 1, sd: 1 });
  const line = measureGeneratorCost({ logData: p, logSamples: q, box: [[-12, 13]] });
  const plane = measureGeneratorCost({
    logData: ([x, y]) => p([x]) + p([y]),
    logSamples: ([x, y]) => q([x]) + p([y]),
    box: [[-12, 13], [-12, 12]],
    stepCount: 200,
  });
  assertAlmostEquals(plane, line, 1e-11);
});

Deno.test("measureGeneratorCost() is the best value that a discriminator reaches", () => {
  const logData = logGaussian({ mean: 0, sd: 1 }), logSamples = logGaussian({ mean: 1, sd: 1 });
  const options = { logData, logSamples, box: [[-12, 13]] as const };
  const best = measureGeneratorCost(options);
  for (const slope of [-2, -1.1, -0.9, 0, 1]) {
    const value = measureDiscriminatorValue(([x]) => 0.5 + slope * x, options);
    assert(value < best);
  }
  // For equal spread the optimal log-odds are the line 1/2 - x.
  assertAlmostEquals(measureDiscriminatorValue(([x]) => 0.5 - x, options), best, 1e-13);
});

Deno.test("measureGeneratorCost() takes densities that are 0 somewhere", () => {
  const uniform = (from: number) => ([x]: Float64Array) =>
    x >= from && x <= from + 1 ? 0 : -Infinity;
  const options = { logData: uniform(0), logSamples: uniform(5), box: [[-1, 9]] as const };
  assertEquals(measureGeneratorCost(options), 0);
  assertEquals(evaluateOptimalDiscriminator(-Infinity, -Infinity), 0.5);
});

Deno.test("integrate() refuses no side, three, and an empty one", () => {
  for (const box of [[], [[0, 1], [0, 1], [0, 1]], [[1, 1]]] as [number, number][][]) {
    assertThrows(() => integrate(() => 1, box), RangeError, "1 or 2 ranges [from, to]");
  }
  assertThrows(() => integrate(() => 1, [[0, 1]], { stepCount: 0 }), RangeError, 'in "0" steps');
});
