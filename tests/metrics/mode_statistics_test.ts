import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { measureModes } from "../../src/metrics/mode_statistics.ts";

Deno.test("measureModes() tells modes with 1, 19 and 20 good points apart", () => {
  const counts = [0, 1, 19, 20];
  const statistics = measureModes({ nearest: [10, 10, 30, 30], highQuality: counts });
  assertEquals(statistics.modesCovered, 3);
  assertEquals(statistics.modesCovered20, 1);
  assertEquals(statistics.highQualityShare, 0.5);
});

Deno.test("measureModes() measures reverse KL to the weights of the mixture", () => {
  const counts = { nearest: [30, 10], highQuality: [30, 10] };
  assertAlmostEquals(measureModes(counts, { weights: [3, 1] }).reverseKl!, 0, 1e-15);
  // 0.75 ln 1.5 + 0.25 ln 0.5 against equal weights, worked by hand.
  const byHand = 0.75 * Math.log(1.5) + 0.25 * Math.log(0.5);
  assertAlmostEquals(measureModes(counts).reverseKl!, byHand, 1e-15);
});

Deno.test("measureModes() leaves reverse KL undefined without a good point", () => {
  const statistics = measureModes({ nearest: [4, 0], highQuality: [0, 0] });
  assertEquals(statistics, {
    modesCovered: 0,
    modesCovered20: 0,
    highQualityShare: 0,
    reverseKl: null,
    // One of two equal modes holds all samples.
    reverseKlAll: Math.log(2),
    jensenShannon: statistics.jensenShannon,
  });
  // m = (3/4, 1/4): (ln (4/3) + (ln (2/3) + ln 2) / 2) / 2, worked by hand.
  const byHand = (Math.log(4 / 3) + (Math.log(2 / 3) + Math.log(2)) / 2) / 2;
  assertAlmostEquals(statistics.jensenShannon, byHand, 1e-15);
});

Deno.test("measureModes() refuses a weight of 0, and no sample", () => {
  assertThrows(
    () => measureModes({ nearest: [1, 1], highQuality: [1, 1] }, { weights: [1, 0] }),
    RangeError,
    'Cannot measure modes with "weights[1]": value is 0; a number > 0 is wanted',
  );
  assertThrows(
    () => measureModes({ nearest: [0], highQuality: [0] }),
    RangeError,
    'Cannot measure modes of "nearest": there is no sample',
  );
});
