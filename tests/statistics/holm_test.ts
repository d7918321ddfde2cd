import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { drawUniform } from "../../src/engine/random.ts";
import { correctHolm } from "../../src/statistics/holm.ts";

/** Families of 1 to 8 p values, some small, some equal. */
const families = Array.from({ length: 200 }, (_, step) => {
  const count = 1 + step % 8;
  const draws = drawUniform({ seed: 5, stream: "tests/holm", step }, count);
  return Array.from(draws, (draw, at) => at % 3 === 2 ? draw : draw ** 4);
});

Deno.test("correctHolm() of 0.01, 0.04 and 0.03, worked by hand", () => {
  const corrections = correctHolm([0.01, 0.04, 0.03]);
  const expected = [0.03, 0.06, 0.06];
  corrections.forEach(({ adjustedP }, at) => assertAlmostEquals(adjustedP, expected[at], 1e-15));
  // The second was refused at 0.05 / 2, and the third with it.
  const levels = [1 - 0.05 / 3, 0.975, 0.975];
  corrections.forEach(({ level }, at) => assertAlmostEquals(level, levels[at], 1e-15));
});

Deno.test("correctHolm() finds all that Bonferroni finds, and nothing that no correction would", () => {
  for (const family of families) {
    for (const [at, { adjustedP }] of correctHolm(family).entries()) {
      assert(adjustedP <= Math.min(1, family.length * family[at]));
      assert(adjustedP >= family[at]);
    }
  }
});

Deno.test("correctHolm() keeps the order of the p values, whatever order they come in", () => {
  for (const family of families) {
    const corrections = correctHolm(family);
    const turned = correctHolm(family.toReversed()).toReversed();
    for (const [one, p] of family.entries()) {
      assertAlmostEquals(corrections[one].adjustedP, turned[one].adjustedP, 1e-15);
      for (const [other, q] of family.entries()) {
        if (p < q) assert(corrections[one].adjustedP <= corrections[other].adjustedP);
      }
    }
  }
});

Deno.test("correctHolm() gives the level at which p decides as the adjusted p does at 0.05", () => {
  for (const family of families) {
    for (const [at, { adjustedP, level }] of correctHolm(family).entries()) {
      assertEquals(family[at] <= 1 - level + 1e-15, adjustedP <= 0.05);
    }
  }
});

Deno.test("correctHolm() leaves one p value as it is, and none alone", () => {
  assertEquals(correctHolm([0.05]), [{ adjustedP: 0.05, level: 0.95 }]);
  assertEquals(correctHolm([]), []);
});

Deno.test("correctHolm() refuses what is no probability", () => {
  assertThrows(
    () => correctHolm([0.1, NaN]),
    RangeError,
    'Cannot correct "pValues[1]": value is NaN; a number in [0, 1] is wanted',
  );
});
