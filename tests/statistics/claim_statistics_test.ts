import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { computeHedgesG, computeOneGroupG } from "../../src/statistics/effect_size.ts";
import { testRankSum } from "../../src/statistics/mann_whitney_test.ts";
import { computeNoncentralT } from "../../src/statistics/noncentral_t.ts";
import { computeNormalCdf, findNormalQuantile } from "../../src/statistics/normal.ts";
import { computePower } from "../../src/statistics/power.ts";
import { estimateShare } from "../../src/statistics/share_interval.ts";
import { readGolden } from "../read_golden.ts";

type Numbers = readonly number[];

/** Reference values by SciPy; the snippet that made them is in the file. */
interface Goldens {
  readonly noncentral_t: readonly [t: number, nu: number, delta: number, cdf: number][];
  readonly normal: readonly [x: number, cdf: number][];
  readonly normal_quantile: readonly [probability: number, x: number][];
  readonly hedges: readonly [first: Numbers, second: Numbers, effect: Numbers][];
  readonly one_group: readonly [values: Numbers, effect: Numbers][];
  readonly rank_sum: readonly [first: Numbers, second: Numbers, found: Numbers][];
  readonly power: readonly [delta: number, nu: number, level: number, power: number][];
  readonly share: readonly [successes: number, trials: number, ends: [number, number]][];
}

const goldens = await readGolden<Goldens>("claim_statistics");

/** SciPy's noncentral t is itself no better; brentq stops at 1e-13. */
const CLOSE = 1e-9;
/** Where both sides are good to the last digits. */
const EXACT = 1e-12;

Deno.test("computeNoncentralT() equals SciPy's nct.cdf", () => {
  for (const [t, degreesOfFreedom, noncentrality, cdf] of goldens.noncentral_t) {
    assertAlmostEquals(computeNoncentralT(t, { degreesOfFreedom, noncentrality }), cdf, CLOSE);
  }
});

Deno.test("computeNormalCdf() and findNormalQuantile() equal SciPy's norm", () => {
  for (const [x, cdf] of goldens.normal) {
    assertAlmostEquals(computeNormalCdf(x) / cdf, 1, EXACT);
  }
  for (const [probability, x] of goldens.normal_quantile) {
    assertAlmostEquals(findNormalQuantile(probability), x, EXACT);
  }
});

Deno.test("Hedges' g and its interval equal those by SciPy's nct", () => {
  const effects = [
    ...goldens.hedges.map(([first, second, effect]) => [computeHedgesG(first, second), effect]),
    ...goldens.one_group.map(([values, effect]) => [computeOneGroupG(values), effect]),
  ] as const;
  for (
    const [found, [value, low, high]] of effects as [ReturnType<typeof computeHedgesG>, Numbers][]
  ) {
    assertAlmostEquals(found!.value, value, EXACT);
    assertAlmostEquals(found!.low!, low, CLOSE);
    assertAlmostEquals(found!.high!, high, CLOSE);
  }
});

Deno.test("Hedges' g turns its sign when the groups change places, and keeps it under scaling", () => {
  const first = [3, 1, 4, 1.5], second = [2, 7, 1, 8, 2.5];
  const one = computeHedgesG(first, second)!, other = computeHedgesG(second, first)!;
  assertAlmostEquals(one.value, -other.value, EXACT);
  assertAlmostEquals(one.low!, -other.high!, CLOSE);
  const scale = (values: Numbers) => values.map((value) => 5 - 3 * value);
  assertAlmostEquals(computeHedgesG(scale(first), scale(second))!.low!, other.low!, CLOSE);
});

Deno.test("Hedges' g has no interval beyond t = 200, no value without spread or of one group of two, and refuses one value", () => {
  const far = computeHedgesG([1e6, 1e6 + 1, 1e6 + 2], [0, 1, 2])!;
  assertEquals([far.low, far.high], [null, null]);
  assertAlmostEquals(far.value / 1e6, 0.797884560803, 1e-10); // J(4)
  assertEquals(computeHedgesG([1, 1], [2, 2]), null);
  assertEquals(computeOneGroupG([1, 2]), null);
  assertThrows(() => computeHedgesG([1], [2, 3]), RangeError, 'Cannot standardise "1" value');
});

Deno.test("computeNoncentralT() is a distribution function, and refuses what it cannot sum", () => {
  const options = { degreesOfFreedom: 5, noncentrality: 3 };
  const values = [-50, -1, 0, 1, 3, 10, 1e4].map((t) => computeNoncentralT(t, options));
  assertEquals(values, values.toSorted((a, b) => a - b));
  assertAlmostEquals(values[0], 0, CLOSE);
  assertAlmostEquals(values[6], 1, CLOSE);
  const wide = { degreesOfFreedom: 30, noncentrality: 900 };
  assertAlmostEquals(computeNoncentralT(905.5, wide), 0.5, 0.05); // the mean is 923
  for (const bad of [{ ...options, degreesOfFreedom: 0 }, { ...options, noncentrality: 2e3 }]) {
    assertThrows(() => computeNoncentralT(1, bad), RangeError, "Cannot compute the noncentral t");
  }
});

Deno.test("testRankSum() with ties equals SciPy's permutation test and mannwhitneyu", () => {
  for (const [first, second, [statistic, exact, normal]] of goldens.rank_sum) {
    const found = testRankSum(first, second);
    assertAlmostEquals(found.statistic, statistic, EXACT);
    assertAlmostEquals(found.pValue, exact, EXACT);
    assertAlmostEquals(testRankSum(first, second, { method: "normal" }).pValue, normal, EXACT);
  }
});

Deno.test("computePower() equals the power by SciPy's nct", () => {
  for (const [difference, degreesOfFreedom, level, power] of goldens.power) {
    const test = { difference, standardError: 1, degreesOfFreedom, level };
    assertAlmostEquals(computePower(test), power, CLOSE);
  }
});

Deno.test("estimateShare() equals SciPy's binomtest().proportion_ci(method='exact')", () => {
  for (const [successes, trials, [low, high]] of goldens.share) {
    const found = estimateShare(successes, trials);
    assertAlmostEquals(found.low, low, CLOSE);
    assertAlmostEquals(found.high, high, CLOSE);
  }
});
