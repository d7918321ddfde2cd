import { assert, assertEquals, assertGreater, assertLess } from "@std/assert";
import { makeFeatureComparison } from "../../src/stages/feature_comparison.ts";
import { makePoints } from "../metrics/make_points.ts";
import { makeCountedProduct } from "../metrics/multiply_plainly.ts";

const real = makePoints({ rows: 2500, columns: 8, seed: 1 });
const comparison = makeFeatureComparison(real);

Deno.test("makeFeatureComparison() takes cheap metrics of snapshots and all of final samples", () => {
  const fake = makePoints({ rows: 2500, columns: 8, seed: 2 });
  const onCurve = comparison.compare(fake, { isFinal: false });
  assertEquals(Object.keys(onCurve), [
    "frechet_distance_2.5k",
    "precision_k5_2k",
    "recall_k5_2k",
    "duplicate_rate",
  ]);
  const final = comparison.compare(fake, { isFinal: true });
  assertEquals(Object.keys(final), [
    ...["frechet_distance_2.5k", "precision_k5_2k", "recall_k5_2k", "density_k5_2k"],
    ...["coverage_k5_2k", "duplicate_rate", "kernel_distance", "kernel_distance_error"],
  ]);
  for (const [name, value] of Object.entries(onCurve)) assertEquals(final[name], value);
  // Samples of the data's own law.
  assertGreater(final["coverage_k5_2k"], 0.93);
  assertLess(Math.abs(final.kernel_distance), 4 * final.kernel_distance_error);
  assertLess(final.duplicate_rate, 1e-5);
});

Deno.test("makeFeatureComparison() has a defined value of everything for samples that are all one", () => {
  const fake = { data: new Float32Array(2500 * 8).fill(0.5), rows: 2500, columns: 8 };
  const metrics = comparison.compare(fake, { isFinal: true });
  for (const [name, value] of Object.entries(metrics)) assert(Number.isFinite(value), name);
  assertEquals(metrics.duplicate_rate, 1);
  assertEquals(metrics["recall_k5_2k"], 0);
  assertGreater(metrics.kernel_distance, 10 * metrics.kernel_distance_error);
});

Deno.test("makeFeatureComparison() leaves out what so few samples do not define", () => {
  const fake = makePoints({ rows: 5, columns: 8, seed: 3 });
  assertEquals(Object.keys(comparison.compare(fake, { isFinal: true })), [
    "frechet_distance_5",
    "duplicate_rate",
  ]);
});

Deno.test("makeFeatureComparison() searches neighbours by the products that it is given", () => {
  const fake = makePoints({ rows: 2500, columns: 8, seed: 2 });
  const { multiply, calls } = makeCountedProduct();
  const given = makeFeatureComparison(real, { multiply });
  const options = { isFinal: true };
  assertEquals(given.compare(fake, options), comparison.compare(fake, options));
  // 2,000 are two blocks: three pairs of them above the diagonal of each set with itself, and four of both sets.
  assertEquals(calls(), 3 + 3 + 4);
});
