import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { measureEntropy } from "../../src/metrics/entropy.ts";

Deno.test("measureEntropy() of shares 1/2, 1/4, 1/4 is 1.5 ln 2, worked by hand", () => {
  assertAlmostEquals(measureEntropy([2, 1, 1]), 1.5 * Math.log(2), 1e-15);
});

Deno.test("measureEntropy() lies between 0 for one class and ln k for equal classes", () => {
  assertEquals(measureEntropy([0, 7, 0]), 0);
  assertAlmostEquals(measureEntropy(Array(10).fill(1000)), Math.log(10), 1e-14);
});

Deno.test("measureEntropy() refuses an empty histogram", () => {
  assertThrows(
    () => measureEntropy([0, 0, 0]),
    RangeError,
    'Cannot normalize "counts": their sum over 3 bins is 0; a sum > 0 is wanted',
  );
});
