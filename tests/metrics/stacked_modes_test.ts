import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { drawIntegers } from "../../src/engine/random.ts";
import { measureStackedModes } from "../../src/metrics/stacked_modes.ts";

const DIGITS = { channels: 3, classCount: 10 };

Deno.test("measureStackedModes() counts triples, the first channel first", () => {
  const { counts, captured, reverseKl } = measureStackedModes([1, 2, 3, 9, 9, 9, 1, 2, 3], DIGITS);
  assertEquals(counts.length, 1000);
  assertEquals([counts[123], counts[999], captured], [2, 1, 2]);
  // Σ p ln(1000 p) with p = 2/3 and 1/3.
  assertAlmostEquals(
    reverseKl,
    2 / 3 * Math.log(2000 / 3) + 1 / 3 * Math.log(1000 / 3),
    1e-12,
  );
});

Deno.test("measureStackedModes() is ln 1000 for one triple, and 0 for all of them once", () => {
  const one = measureStackedModes([4, 4, 4, 4, 4, 4], DIGITS);
  assertEquals(one.captured, 1);
  assertAlmostEquals(one.reverseKl, Math.log(1000), 1e-12);
  const labels = Array.from(
    { length: 1000 },
    (_, mode) => [Math.floor(mode / 100), Math.floor(mode / 10) % 10, mode % 10],
  );
  const all = measureStackedModes(labels.flat(), DIGITS);
  assertEquals(all.captured, 1000);
  assertAlmostEquals(all.reverseKl, 0, 1e-12);
});

Deno.test("measureStackedModes() gives 26,000 even samples the divergence that its docs name", () => {
  const labels = drawIntegers({ seed: 2, stream: "labels", step: 0 }, 3 * 26_000, 10);
  const { captured, reverseKl } = measureStackedModes(labels, DIGITS);
  assertEquals(captured, 1000);
  // (k - 1) / 2n = 0.0192, with a standard deviation of sqrt(k / 2) / n = 0.0009.
  assertAlmostEquals(reverseKl, 999 / 52_000, 0.0035);
});

Deno.test("measureStackedModes() refuses labels that are none, too few, or missing", () => {
  assertThrows(
    () => measureStackedModes([1, 2, 10], DIGITS),
    RangeError,
    'Cannot measure modes at "labels[2]": value is 10; a whole number from 0 to 9 is wanted',
  );
  assertThrows(() => measureStackedModes([1, 2.5, 1], DIGITS), RangeError, "value is 2.5");
  assertThrows(
    () => measureStackedModes([1, 2], DIGITS),
    RangeError,
    "modes of 2 labels: 3 for each sample",
  );
  assertThrows(() => measureStackedModes([], DIGITS), RangeError, "of at least 1 sample");
});
