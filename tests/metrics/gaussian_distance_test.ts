import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { measureGaussianDistance } from "../../src/metrics/gaussian_distance.ts";
import { makeGaussianDistance } from "../../src/metrics/make_gaussian_distance.ts";
import { computeMeanCovariance } from "../../src/metrics/mean_covariance.ts";
import { makePoints } from "./make_points.ts";

const zero = Float64Array.of(0, 0);

Deno.test("measureGaussianDistance() subtracts deviations of axis-aligned Gaussians, worked by hand", () => {
  const first = { mean: zero, covariance: Float64Array.of(4, 0, 0, 9) };
  const second = { mean: Float64Array.of(1, 0), covariance: Float64Array.of(1, 0, 0, 25) };
  // 1 + (2 - 1)² + (3 - 5)².
  assertAlmostEquals(measureGaussianDistance(first, second), 6, 1e-12);
});

Deno.test("measureGaussianDistance() is the summed trace of Gaussians on perpendicular lines", () => {
  const first = { mean: zero, covariance: Float64Array.of(2, 2, 2, 2) };
  const second = { mean: zero, covariance: Float64Array.of(3, -3, -3, 3) };
  assertAlmostEquals(measureGaussianDistance(first, second), 10, 1e-12);
});

Deno.test("measureGaussianDistance() is 0 from a Gaussian to itself", () => {
  const same = { mean: Float64Array.of(5, 6), covariance: Float64Array.of(2, 1, 1, 3) };
  assertAlmostEquals(measureGaussianDistance(same, same), 0, 1e-13);
  const point = { mean: zero, covariance: Float64Array.of(0, 0, 0, 0) };
  assertEquals(measureGaussianDistance(point, point), 0);
});

Deno.test("measureGaussianDistance() measures variances near the least number of float64", () => {
  const tiny = (variance: number) => ({
    mean: Float64Array.of(0),
    covariance: Float64Array.of(variance),
  });
  // (2 - 1)² in units of 1e-155: the result is so small that it has few digits.
  const distance = measureGaussianDistance(tiny(1e-310), tiny(4e-310));
  assertAlmostEquals(distance / 1e-310, 1, 1e-6);
});

Deno.test("makeGaussianDistance() gives the bits of measureGaussianDistance(), at other scales too", () => {
  const make = (seed: number, spread: number) =>
    computeMeanCovariance(makePoints({ rows: 40, columns: 6, seed, spread }));
  const data = make(1, 1), measureFromData = makeGaussianDistance(data);
  for (const [seed, spread] of [[2, 1], [3, 1.1], [4, 3], [5, 1e3], [2, 1], [6, 1e-3]]) {
    const samples = make(seed, spread);
    assertEquals(measureFromData(samples), measureGaussianDistance(samples, data));
  }
});

Deno.test("measureGaussianDistance() refuses a covariance that is not finite", () => {
  const good = { mean: Float64Array.of(0), covariance: Float64Array.of(1) };
  const bad = { mean: Float64Array.of(0), covariance: Float64Array.of(Infinity) };
  for (const [first, second] of [[good, bad], [bad, good]]) {
    assertThrows(
      () => measureGaussianDistance(first, second),
      RangeError,
      "the covariance at row 0, column 0 is Infinity; finite ones are wanted",
    );
  }
});

Deno.test("measureGaussianDistance() refuses Gaussians of different size", () => {
  const other = { mean: Float64Array.of(0), covariance: Float64Array.of(1) };
  assertThrows(
    () => measureGaussianDistance({ mean: zero, covariance: new Float64Array(4) }, other),
    TypeError,
    'Cannot measure the distance of Gaussians "[2]" and "[1]": their numbers of features differ',
  );
});
