import { integrate, type IntegrateOptions, type Range } from "./integrate.ts";

/** A log density, or log-odds, at a point of 1 or 2 features. */
export type LogFunction = (point: Float64Array) => number;

/** Options of the functions on two densities. */
export interface DensityPairOptions extends IntegrateOptions {
  /** log p, the density of the data, in nats; -Infinity where it is 0. */
  readonly logData: LogFunction;
  /** log q, the density of the samples. */
  readonly logSamples: LogFunction;
  /** A box that holds both, 10 standard deviations to each side. */
  readonly box: readonly Range[];
}

/**
 * Measures the value of a discriminator against a generator: V = E_p log D + E_q log (1 - D), by
 * quadrature in 1 or 2 dimensions.
 *
 * In nats, (-∞, 0]; a discriminator that always says 0.5 has -log 4. D comes as its log-odds, so
 * that sure answers lose no digits. Cost: that of `integrate()`.
 *
 * @param logOdds log (D / (1 - D)) at a point.
 * @param options The densities and the box.
 * @returns The value in nats.
 * @throws {RangeError} If the box has no or more than 2 sides, or one is empty.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureDiscriminatorValue } from "./gan_value.ts";
 *
 * const logNormal = ([x]: Float64Array) => -x * x / 2 - Math.log(2 * Math.PI) / 2;
 * const value = measureDiscriminatorValue(() => 0, {
 *   logData: logNormal,
 *   logSamples: logNormal,
 *   box: [[-10, 10]],
 * });
 * assertAlmostEquals(value, -Math.log(4));
 * ```
 *
 * Source: Goodfellow et al. 2014, arXiv:1406.2661, eq. 1.
 */
export function measureDiscriminatorValue(
  logOdds: LogFunction,
  { logData, logSamples, box, stepCount }: DensityPairOptions,
): number {
  return integrate(
    (point) => {
      const odds = logOdds(point);
      return weigh(logData(point), -softplus(-odds)) + weigh(logSamples(point), -softplus(odds));
    },
    box,
    { stepCount },
  );
}

/**
 * Measures the cost of a generator against the optimal discriminator: C(G) = V(D*) =
 * -log 4 + 2 JSD (p ‖ q), by quadrature in 1 or 2 dimensions.
 *
 * In nats: -log 4 = -1.386 for a perfect generator, 0 for one that shares no point with the data,
 * where its gradient vanishes.
 *
 * @param options The densities and the box.
 * @returns The cost in nats.
 * @throws {RangeError} If the box has no or more than 2 sides, or one is empty.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureGeneratorCost } from "./gan_value.ts";
 *
 * const logNormal = (mean: number) => ([x]: Float64Array) =>
 *   -((x - mean) ** 2) / 2 - Math.log(2 * Math.PI) / 2;
 * const cost = (mean: number) =>
 *   measureGeneratorCost({ logData: logNormal(0), logSamples: logNormal(mean), box: [[-20, 60]] });
 * assertAlmostEquals(cost(0), -Math.log(4));
 * assertAlmostEquals(cost(40), 0, 1e-12);
 * ```
 *
 * Source: Goodfellow et al. 2014, arXiv:1406.2661, theorem 1.
 */
export function measureGeneratorCost(options: DensityPairOptions): number {
  return measureDiscriminatorValue(findLogOdds(options), options);
}

/**
 * Measures the Jensen-Shannon divergence of two densities, (C(G) + log 4) / 2, by quadrature in 1 or 2
 * dimensions.
 *
 * In nats, [0, ln 2].
 *
 * @param options The densities and the box.
 * @returns The divergence in nats.
 * @throws {RangeError} If the box has no or more than 2 sides, or one is empty.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureDensityJensenShannon } from "./gan_value.ts";
 *
 * const logNormal = ([x]: Float64Array) => -x * x / 2 - Math.log(2 * Math.PI) / 2;
 * const options = { logData: logNormal, logSamples: logNormal, box: [[-10, 10]] as const };
 * assertAlmostEquals(measureDensityJensenShannon(options), 0, 1e-12);
 * ```
 *
 * Source: Lin 1991, "Divergence measures based on the Shannon entropy", eq. 4.1.
 */
export function measureDensityJensenShannon(options: DensityPairOptions): number {
  return Math.max(0, (measureGeneratorCost(options) + Math.log(4)) / 2);
}

/**
 * Measures the non-saturating loss of a generator against the optimal discriminator: -E_q log D*, by
 * quadrature in 1 or 2 dimensions.
 *
 * In nats, [0, ∞]: log 2 for a perfect generator, and large, with a gradient, far from the data.
 *
 * @param options The densities and the box.
 * @returns The loss in nats.
 * @throws {RangeError} If the box has no or more than 2 sides, or one is empty.
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { measureNonSaturatingLoss } from "./gan_value.ts";
 *
 * const logNormal = ([x]: Float64Array) => -x * x / 2 - Math.log(2 * Math.PI) / 2;
 * const options = { logData: logNormal, logSamples: logNormal, box: [[-10, 10]] as const };
 * assertAlmostEquals(measureNonSaturatingLoss(options), Math.log(2));
 * ```
 *
 * Source: Goodfellow et al. 2014, arXiv:1406.2661, section 3.
 */
export function measureNonSaturatingLoss(options: DensityPairOptions): number {
  const { logSamples, box, stepCount } = options, logOdds = findLogOdds(options);
  return integrate((point) => weigh(logSamples(point), softplus(-logOdds(point))), box, {
    stepCount,
  });
}

function findLogOdds({ logData, logSamples }: DensityPairOptions): LogFunction {
  return (point) => {
    const p = logData(point), q = logSamples(point);
    return p === q ? 0 : p - q;
  };
}

/** exp (logDensity) · value, and 0 where the density is. */
function weigh(logDensity: number, value: number): number {
  const density = Math.exp(logDensity);
  return density === 0 ? 0 : density * value;
}

/** log (1 + exp x), safe for large x of both signs. */
function softplus(x: number): number {
  return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
}
