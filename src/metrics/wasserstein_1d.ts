import { scaleToOne } from "./scale_to_one.ts";

/** Options of `measureWasserstein1d()`. */
export interface Wasserstein1dOptions {
  /** The order, >= 1; 1 unless given. */
  readonly power?: number;
  /** Weight of each x, >= 0, divided by their sum; equal unless given. */
  readonly xWeights?: ArrayLike<number>;
  /** Weight of each y. */
  readonly yWeights?: ArrayLike<number>;
}

interface Mass {
  readonly value: number;
  readonly weight: number;
}

/**
 * Measures the Wasserstein distance of two sets of numbers: W_p = (∫ |F⁻¹ - G⁻¹|^p)^(1/p), over their
 * quantiles.
 *
 * Values [n] and [m], which need not be as many; the result is in units of the values, 0 for equal
 * laws. Lower is better. On a line the optimal plan moves sorted mass to sorted mass, so it is exact.
 *
 * It is not 0 for two samples of one law: with n values each W₁ is about n^-½ of their spread. Cost
 * O(n log n + m log m).
 *
 * @param x The one set; at least 1 value.
 * @param y The other; the order of the two does not matter.
 * @param options Order and weights.
 * @returns The distance; square it for the W₂² of other libraries.
 * @throws {RangeError} If a set is empty, or a value or weight is not finite.
 * @throws {TypeError} If there are not as many weights as values.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureWasserstein1d } from "./wasserstein_1d.ts";
 *
 * assertEquals(measureWasserstein1d([0, 2], [3, 1]), 1);
 * assertEquals(measureWasserstein1d([0], [3, 4], { power: 2 }), Math.sqrt((9 + 16) / 2));
 * ```
 *
 * Source: Villani 2003, "Topics in Optimal Transportation", theorem 2.18.
 */
export function measureWasserstein1d(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { power = 1, xWeights, yWeights }: Wasserstein1dOptions = {},
): number {
  if (!(power >= 1 && power < Infinity)) {
    throw new RangeError(
      `Cannot measure the Wasserstein distance of order "${power}": >= 1 is wanted`,
    );
  }
  const from = sortMass("x", x, xWeights), to = sortMass("y", y, yWeights);
  // Each side's total mass is the product of both sums: whole numbers where weights are.
  const fromSum = addWeights(from), toSum = addWeights(to);
  let i = 0, j = 0, cost = 0;
  let fromRest = from[0].weight * toSum, toRest = to[0].weight * fromSum;
  while (i < from.length && j < to.length) {
    const moved = Math.min(fromRest, toRest);
    cost += moved * Math.abs(from[i].value - to[j].value) ** power;
    fromRest -= moved;
    toRest -= moved;
    if (fromRest === 0 && ++i < from.length) fromRest = from[i].weight * toSum;
    if (toRest === 0 && ++j < to.length) toRest = to[j].weight * fromSum;
  }
  return (cost / (fromSum * toSum)) ** (1 / power);
}

function sortMass(name: string, values: ArrayLike<number>, weights?: ArrayLike<number>): Mass[] {
  if (weights !== undefined && weights.length !== values.length) {
    throw new TypeError(
      `Cannot measure the Wasserstein distance of "${name}": it has ${values.length} values and ` +
        `${weights.length} weights; a weight for each value is wanted`,
    );
  }
  const masses = Array.from(values, (value, i) => ({ value, weight: weights ? weights[i] : 1 }));
  const bad = masses.findIndex(({ value, weight }) =>
    !(Number.isFinite(value) && weight >= 0 && weight < Infinity)
  );
  if (bad >= 0 || !masses.some(({ weight }) => weight > 0)) {
    throw new RangeError(
      bad >= 0
        ? `Cannot measure the Wasserstein distance at "${name}[${bad}]": value ` +
          `${masses[bad].value}, weight ${masses[bad].weight}; finite ones, weight >= 0, are wanted`
        : `Cannot measure the Wasserstein distance of "${name}": it has no mass; at least 1 value ` +
          `of weight > 0 is wanted`,
    );
  }
  // A power of 2 changes no digit, and keeps products of weights within range.
  const scale = scaleToOne(masses.reduce((most, { weight }) => Math.max(most, weight), 0));
  return masses.filter(({ weight }) => weight > 0)
    .map(({ value, weight }) => ({ value, weight: weight * scale }))
    .sort((a, b) => a.value - b.value);
}

function addWeights(masses: readonly Mass[]): number {
  return masses.reduce((total, { weight }) => total + weight, 0);
}
