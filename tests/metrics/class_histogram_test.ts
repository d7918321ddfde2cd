import { assertEquals, assertThrows } from "@std/assert";
import { countClasses } from "../../src/metrics/class_histogram.ts";

Deno.test("countClasses() counts each label once, absent classes as 0", () => {
  assertEquals(countClasses(Uint8Array.of(3, 1, 3, 3, 0), 5), [1, 1, 0, 3, 0]);
});

Deno.test("countClasses() gives counts that sum to the number of labels", () => {
  const labels = Uint8Array.from({ length: 1001 }, (_, i) => (i * i) % 10);
  assertEquals(countClasses(labels, 10).reduce((total, count) => total + count), 1001);
});

Deno.test("countClasses() refuses a label that is no class", () => {
  for (const bad of [4, -1, 0.5, NaN]) {
    assertThrows(
      () => countClasses([0, bad], 4),
      RangeError,
      `Cannot count classes at "labels[1]": value is ${bad}; a whole number from 0 to 3 is wanted`,
    );
  }
});
