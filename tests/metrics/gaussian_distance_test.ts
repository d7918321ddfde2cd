import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { measureGaussianDistance } from "../../src/metrics/gaussian_distance.ts";

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

Deno.test("measureGaussianDistance() refuses Gaussians of different size", () => {
  const other = { mean: Float64Array.of(0), covariance: Float64Array.of(1) };
  assertThrows(
    () => measureGaussianDistance({ mean: zero, covariance: new Float64Array(4) }, other),
    TypeError,
    'Cannot measure the distance of Gaussians "[2]" and "[1]": their numbers of features differ',
  );
});
