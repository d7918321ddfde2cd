import { assertEquals, assertThrows } from "@std/assert";
import { countModes } from "../../src/metrics/modes.ts";
import { measureModes } from "../../src/metrics/mode_statistics.ts";
import { measureJensenShannon } from "../../src/metrics/jensen_shannon.ts";
import { assertGolden, readGolden } from "./read_golden.ts";

for (const golden of readGolden("modes")) {
  Deno.test(`countModes() and measureModes() give the golden values of ${golden.name}`, () => {
    const { inputs, params, expected } = golden;
    const samples = Float32Array.from(inputs.samples.flat());
    const centres = Float32Array.from(inputs.centres.flat());
    const counts = countModes(samples, centres, { standardDeviation: params.sigma });
    assertEquals(counts.nearest, expected.counts_nearest_all);
    assertEquals(counts.highQuality, expected.counts_nearest_high_quality);

    const statistics = measureModes(counts);
    assertEquals(statistics.modesCovered, expected.modes_covered);
    assertGolden(statistics.highQualityShare, expected.high_quality_share, golden);
    assertGolden(statistics.reverseKl, expected.reverse_kl_high_quality_nats, golden);
    assertGolden(statistics.reverseKlAll, expected.reverse_kl_all_nats, golden);
    assertGolden(statistics.jensenShannon, expected.jsd_uniform_all_nats, golden);
    if (statistics.reverseKl === null) return;
    const flat = counts.highQuality.map(() => 1);
    const ofGood = measureJensenShannon(counts.highQuality, flat);
    assertGolden(ofGood, expected.jsd_uniform_high_quality_nats, golden);
    assertGolden(ofGood / Math.LN2, expected.jsd_uniform_high_quality_bits, golden);
  });

  Deno.test(`countModes() finds the golden number of balls that hold any sample of ${golden.name}`, () => {
    const { inputs, params, expected } = golden;
    const samples = inputs.samples.flat();
    const options = { standardDeviation: params.sigma };
    const held = inputs.centres.filter((centre: number[]) =>
      countModes(samples, centre, options).highQuality[0] > 0
    );
    assertEquals(held.length, expected.modes_with_any_sample_within_3_sigma);
  });
}

Deno.test("countModes() counts a mode once when many points hit it", () => {
  const counts = countModes(Array(60).fill(0), [0, 0, 5, 5], { standardDeviation: 1 });
  assertEquals(counts, { nearest: [30, 0], highQuality: [30, 0] });
  assertEquals(measureModes(counts).modesCovered, 1);
});

Deno.test("countModes() takes a point at exactly 3 standard deviations, and none beyond", () => {
  const counts = countModes([3, 0, 3.001, 0], [0, 0], { standardDeviation: 1 });
  assertEquals(counts, { nearest: [2], highQuality: [1] });
});

Deno.test("countModes() gives each point to one mode where balls overlap", () => {
  const counts = countModes([0.4, 0, 0.6, 0], [0, 0, 1, 0], { standardDeviation: 1 });
  assertEquals(counts.highQuality, [1, 1]);
});

Deno.test("countModes() refuses a standard deviation of 0", () => {
  assertThrows(
    () => countModes([0, 0], [0, 0], { standardDeviation: 0 }),
    RangeError,
    'Cannot count modes with "standardDeviation": value is 0; a finite number > 0 is wanted',
  );
});

Deno.test("countModes() refuses a NaN, half a point, and no centre", () => {
  const options = { standardDeviation: 1 };
  assertThrows(
    () => countModes([0, NaN], [0, 0], options),
    RangeError,
    '"samples[1]": value is NaN',
  );
  assertThrows(() => countModes([0], [0, 0], options), RangeError, '"samples": it holds 1 numbers');
  assertThrows(() => countModes([0, 0], [], options), RangeError, '"centres": there is none');
});
