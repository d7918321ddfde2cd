import { assertAlmostEquals, assertThrows } from "@std/assert";
import { measureSlicedWasserstein } from "../../src/metrics/sliced_wasserstein.ts";
import { spreadDirections } from "../../src/metrics/spread_directions.ts";

Deno.test("spreadDirections() measures a shift alike in every direction of the plane", () => {
  const directions = spreadDirections(64);
  const real = { data: new Float64Array(2), rows: 1, columns: 2 };
  for (const angle of [0, 0.3, 1.1, 2.9]) {
    const fake = { data: Float64Array.of(Math.cos(angle), Math.sin(angle)), rows: 1, columns: 2 };
    // The mean of cos² over even angles is exactly a half.
    const distance = measureSlicedWasserstein(fake, real, { directions });
    assertAlmostEquals(distance, Math.SQRT1_2, 1e-14);
  }
});

Deno.test("spreadDirections() refuses none", () => {
  assertThrows(() => spreadDirections(0), RangeError, 'Cannot spread "0" directions');
});
