import { assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import { drawMixture, listCentres } from "../../src/datasets/gaussian_mixture.ts";

Deno.test("listCentres() puts a ring's modes on its circle, the first at angle 0", () => {
  const centres = listCentres({ kind: "ring", modeCount: 8, radius: 2 });
  assertEquals(centres.length, 8);
  assertEquals(centres[0], [2, 0]);
  for (const [x, y] of centres) assertAlmostEquals(Math.hypot(x, y), 2, 1e-15);
  assertAlmostEquals(centres[2][1], 2, 1e-15);
});

Deno.test("listCentres() puts a grid around the origin, row by row", () => {
  const centres = listCentres({ kind: "grid", side: 5, spacing: 2 });
  assertEquals(centres.length, 25);
  assertEquals([centres[0], centres[1], centres[12], centres[24]], [[-4, -4], [-2, -4], [0, 0], [
    4,
    4,
  ]]);
});

Deno.test("drawMixture() follows weights and standard deviation", () => {
  const mixture = {
    centres: [[0, 0], [10, -5]] as const,
    weights: [0.25, 0.75],
    standardDeviation: 0.5,
  };
  const count = 20_000;
  const { points, components } = drawMixture(mixture, { seed: 0, stream: "test", step: 0 }, count);
  const share = components.reduce((sum, component) => sum + component, 0) / count;
  // Four standard errors: 4 sqrt(.25 * .75 / 20,000) and 4 * .5 / sqrt(15,000).
  assertLess(Math.abs(share - 0.75), 0.0125);
  const own = Array.from({ length: count }, (_, i) => i).filter((i) => components[i] === 1);
  const mean = own.reduce((sum, i) => sum + points[2 * i], 0) / own.length;
  const variance = own.reduce((sum, i) => sum + (points[2 * i] - mean) ** 2, 0) / own.length;
  assertLess(Math.abs(mean - 10), 0.0165);
  assertAlmostEquals(Math.sqrt(variance), 0.5, 0.0125);
});
