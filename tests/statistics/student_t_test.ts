import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { computeTwoSidedP, findCriticalValue } from "../../src/statistics/student_t.ts";

Deno.test("computeTwoSidedP() equals the closed forms of 1 and 2 degrees of freedom", () => {
  for (const t of [1e-8, 0.01, 0.7, 2, 30, 1e6]) {
    // Small p is checked relatively, through a ratio.
    assertAlmostEquals(computeTwoSidedP(t, 1) / (2 / Math.PI * Math.atan(1 / t)), 1, 1e-12);
    assertAlmostEquals(computeTwoSidedP(t, 2), 1 - t / Math.sqrt(2 + t * t), 1e-14);
  }
});

Deno.test("computeTwoSidedP() is even in t, 1 at 0, and falls to 0", () => {
  assertEquals(computeTwoSidedP(-2.5, 7.3), computeTwoSidedP(2.5, 7.3));
  assertEquals(computeTwoSidedP(0, 5), 1);
  assertEquals(computeTwoSidedP(Infinity, 5), 0);
  assert(computeTwoSidedP(3, 5) < computeTwoSidedP(2, 5));
});

Deno.test("findCriticalValue() equals the closed forms of 1 and 2 degrees of freedom", () => {
  for (const level of [0.1, 0.5, 0.95, 0.999]) {
    const tangent = Math.tan(Math.PI * level / 2);
    assertAlmostEquals(findCriticalValue(level, 1) / tangent, 1, 1e-12);
    const root = level * Math.sqrt(2 / (1 - level * level));
    assertAlmostEquals(findCriticalValue(level, 2) / root, 1, 1e-12);
  }
});

Deno.test("findCriticalValue() tends to the normal deviate", () => {
  // Off by about 2.4 / ν.
  assertAlmostEquals(findCriticalValue(0.95, 1e7), 1.959963984540054, 1e-6);
});

Deno.test("findCriticalValue() undoes computeTwoSidedP()", () => {
  for (const degrees of [1, 1.5, 2.7, 6.68, 40, 1000]) {
    for (const level of [0.5, 0.95, 0.999]) {
      const p = computeTwoSidedP(findCriticalValue(level, degrees), degrees);
      assertAlmostEquals(p / (1 - level), 1, 1e-11);
    }
  }
});

Deno.test("Student's t refuses 0 degrees of freedom, a NaN, and a level of 1", () => {
  assertThrows(
    () => computeTwoSidedP(1, 0),
    RangeError,
    `Cannot use Student's t with "degreesOfFreedom": value is 0; a finite number > 0 is wanted`,
  );
  assertThrows(() => computeTwoSidedP(NaN, 3), RangeError, 'p value of "t": value is NaN');
  assertThrows(() => findCriticalValue(1, 3), RangeError, '"level": value is 1');
});
