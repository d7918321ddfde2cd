/**
 * Evaluates the optimal discriminator: D* = p / (p + q) = sigmoid (log p - log q), the share of data at
 * a point where data has density p and samples q.
 *
 * The result is in [0, 1]: 0.5 where the generator draws as the data lies. It is computed from the
 * difference of logs, as far out both densities underflow and p / (p + q) is NaN.
 *
 * @param logDataDensity log p at the point, in nats.
 * @param logSampleDensity log q there.
 * @returns The probability that a point here is data; 0.5 where both densities are 0.
 * @example
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { evaluateOptimalDiscriminator } from "./optimal_discriminator.ts";
 *
 * assertAlmostEquals(evaluateOptimalDiscriminator(Math.log(3), Math.log(1)), 0.75);
 * assertEquals(evaluateOptimalDiscriminator(-5000, -9000), 1);
 * ```
 *
 * Source: Goodfellow et al. 2014, arXiv:1406.2661, proposition 1.
 */
export function evaluateOptimalDiscriminator(
  logDataDensity: number,
  logSampleDensity: number,
): number {
  if (logDataDensity === logSampleDensity) return 0.5;
  return 1 / (1 + Math.exp(logSampleDensity - logDataDensity));
}
