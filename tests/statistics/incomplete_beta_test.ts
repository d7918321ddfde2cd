import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { computeIncompleteBeta } from "../../src/statistics/incomplete_beta.ts";

Deno.test("computeIncompleteBeta() equals its closed forms", () => {
  for (const x of [1e-6, 0.1, 0.5, 0.9, 0.999]) {
    // I_x(a, 1) = xᵃ, I_x(1, b) = 1 - (1 - x)ᵇ, I_x(½, ½) = 2/π asin √x.
    assertAlmostEquals(computeIncompleteBeta(x, { a: 3.5, b: 1 }), x ** 3.5, 1e-14);
    assertAlmostEquals(computeIncompleteBeta(x, { a: 1, b: 4 }), 1 - (1 - x) ** 4, 1e-14);
    const arcsine = 2 / Math.PI * Math.asin(Math.sqrt(x));
    assertAlmostEquals(computeIncompleteBeta(x, { a: 0.5, b: 0.5 }), arcsine, 1e-14);
  }
});

Deno.test("computeIncompleteBeta() and its mirror image sum to 1", () => {
  for (const [a, b] of [[2, 7], [0.3, 40], [500, 0.5], [1e5, 1e5]]) {
    const left = computeIncompleteBeta(0.4, { a, b });
    assertAlmostEquals(left + computeIncompleteBeta(0.6, { a: b, b: a }), 1, 1e-11);
  }
});

Deno.test("computeIncompleteBeta() is 0 at 0 and 1 at 1", () => {
  assertEquals(computeIncompleteBeta(0, { a: 2, b: 3 }), 0);
  assertEquals(computeIncompleteBeta(1, { a: 2, b: 3 }), 1);
});

Deno.test("computeIncompleteBeta() refuses an end outside [0, 1]", () => {
  assertThrows(
    () => computeIncompleteBeta(1.5, { a: 1, b: 2 }),
    RangeError,
    'Cannot compute the incomplete beta function at "1.5": a is 1, b is 2',
  );
});
