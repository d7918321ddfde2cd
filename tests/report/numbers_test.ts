import { assertEquals, assertThrows } from "@std/assert";
import { chooseDomain } from "../../src/report/choose_domain.ts";
import { decimateSeries } from "../../src/report/decimate_series.ts";
import { encodeGrid } from "../../src/report/encode_grid.ts";
import { formatBytes } from "../../src/report/format_bytes.ts";
import { formatDuration } from "../../src/report/format_duration.ts";
import { formatInterval } from "../../src/report/format_interval.ts";
import { formatNumber } from "../../src/report/format_number.ts";
import { drawModeMap } from "../../src/report/mode_map.ts";
import { pickEvenly } from "../../src/report/pick_evenly.ts";
import { smoothSeries } from "../../src/report/smooth_series.ts";
import { summarizeHistory } from "../../src/report/summarize_history.ts";
import { decode } from "fast-png";

Deno.test("formatNumber() keeps three digits, groups thousands and never rounds a whole number", () => {
  const cases: [number | null, string][] = [
    [0, "0"],
    [2.3456, "2.35"],
    [9.9996, "10.0"],
    [0.00260, "0.00260"],
    [12345, "12,345"],
    [1234.56, "1,235"],
    [-0.5, "−0.500"],
    [3.2e-7, "3.20e−7"],
    [Infinity, "∞"],
    [NaN, "–"],
    [null, "–"],
  ];
  for (const [value, text] of cases) assertEquals(formatNumber(value), text);
});

Deno.test("formatInterval() gives both ends the decimals that its width calls for", () => {
  assertEquals(formatInterval(-0.331, 0.402), "[−0.33, 0.40]");
  assertEquals(formatInterval(320.2, 1050.4), "[320, 1,050]");
  assertEquals(formatInterval(10, 10), "[10, 10]");
  assertEquals(formatInterval(0, 3), "[0.0, 3.0]");
  // On which side of 0 an interval lies can be seen.
  assertEquals(formatInterval(-0.021, 1.221), "[−0.02, 1.2]");
  assertEquals(formatInterval(0.041, 1.159), "[0.04, 1.2]");
  assertEquals(formatInterval(-250.4, -0.0004), "[−250, −0.0004]");
  assertEquals(formatInterval(-1.04e-7, 3.6e-7), "[−1.0e−7, 3.6e−7]");
  assertEquals(formatInterval(0, 8.21e-5), "[0, 8.2e−5]");
});

Deno.test("formatDuration() and formatBytes() change units where a reader would", () => {
  assertEquals([999, 1000, 59_960, 3_600_000].map(formatDuration), [
    "999 ms",
    "1.0 s",
    "1 min 00 s",
    "1 h 00 min",
  ]);
  assertEquals([0, 1023, 1024, 734_003_200].map(formatBytes), [
    "0 B",
    "1023 B",
    "1.0 KiB",
    "700 MiB",
  ]);
  assertEquals([formatDuration(null), formatBytes(null)], ["–", "–"]);
});

Deno.test("smoothSeries() averages by hand and steps over what is not finite", () => {
  assertEquals(smoothSeries([0, 3, 0, 3], 3), [1.5, 1, 2, 1.5]);
  assertEquals(smoothSeries([1, NaN, 3], 3), [1, 2, 3]);
  assertEquals(smoothSeries([4, 5], 1), [4, 5]);
  assertEquals(smoothSeries([0, 3, 0, 3], 2), [1.5, 1, 2, 1.5]);
  assertEquals(smoothSeries([NaN], 5), [NaN]);
  const spiked = smoothSeries([1, 1e18, 1, 1, 1, 1, -1e18, 1, 1, 1], 3);
  assertEquals([spiked[0] > 1e17, spiked[4], spiked[8]], [true, 1, 1]);
});

Deno.test("decimateSeries() keeps order, limit and every extreme", () => {
  const line = Array.from({ length: 999 }, (_, step) => Math.sin(step));
  line[500] = 40;
  line[501] = NaN;
  const kept = decimateSeries(line, 100);
  assertEquals(kept.length <= 100, true);
  assertEquals(kept.includes(500), true);
  assertEquals(
    kept.every((index, at) => index !== 501 && (at === 0 || index > kept[at - 1])),
    true,
  );
});

Deno.test("pickEvenly() keeps both ends", () => {
  assertEquals(pickEvenly([1, 2, 3, 4, 5], 2), [1, 5]);
  assertEquals(pickEvenly([1, 2, 3], 1), [3]);
  assertEquals(pickEvenly([1, 2], 5), [1, 2]);
});

Deno.test("summarizeHistory() bands the seeds, and counts a short run up to its end", () => {
  const runs = [
    { seed: 1, history: { step: [1, 2, 3], loss: [1, 1, 1] } },
    { seed: 2, history: { step: [1, 2], loss: [3, NaN] } },
  ];
  assertEquals(summarizeHistory(runs, "loss").band, [
    { step: 1, low: 1, mean: 2, high: 3 },
    { step: 2, low: 1, mean: 1, high: 1 },
    { step: 3, low: 1, mean: 1, high: 1 },
  ]);
  assertEquals(summarizeHistory(runs, "no_such_column"), { raw: [], band: [] });
});

Deno.test("chooseDomain() keeps zero in, and goes logarithmic only where it may", () => {
  assertEquals(chooseDomain([5, 10], { mayBeLog: false }).domain, [0, 11.2]);
  assertEquals(chooseDomain([-1, 1], { mayBeLog: true }).scale, "linear");
  assertEquals(chooseDomain([0.1, 100], { mayBeLog: true }).scale, "log");
  assertEquals(chooseDomain([NaN], { mayBeLog: true }).domain, [0, 1]);
});

Deno.test("encodeGrid() lays images out row by row with a gap", () => {
  const images = { data: Uint8Array.of(1, 2, 3), count: 3, height: 1, width: 1 };
  const { source, width, height } = encodeGrid(images, { columns: 2, gap: 1 });
  const bytes = Uint8Array.from(atob(source.split(",")[1]), (letter) => letter.charCodeAt(0));
  assertEquals([width, height], [3, 3]);
  assertEquals([...decode(bytes).data], [1, 0, 2, 0, 0, 0, 3, 0, 0]);
});

Deno.test("encodeGrid() lays images out in colour", () => {
  const data = Uint8Array.of(1, 2, 3, 4, 5, 6);
  const images = { data, count: 2, height: 1, width: 1, channels: 3 };
  const { source, width, height } = encodeGrid(images, { columns: 2, gap: 1 });
  const bytes = Uint8Array.from(atob(source.split(",")[1]), (letter) => letter.charCodeAt(0));
  const { channels, data: pixels } = decode(bytes);
  assertEquals([width, height, channels], [3, 1, 3]);
  assertEquals([...pixels], [1, 2, 3, 0, 0, 0, 4, 5, 6]);
});

Deno.test("encodeGrid() refuses images of two channels", () => {
  assertThrows(
    () =>
      encodeGrid({ data: new Uint8Array(2), count: 1, height: 1, width: 1, channels: 2 }, {
        columns: 1,
        gap: 0,
      }),
    RangeError,
    "Cannot lay out images of 2 channels: 1 or 3 are wanted",
  );
});

Deno.test("drawModeMap() is black where nothing is, half bright at the fair share, and bright from twice that on", () => {
  const shares = Array(1000).fill(0);
  shares[0] = 0.001;
  shares[123] = 0.9;
  const { data, count, height, width } = drawModeMap(shares);
  assertEquals([data[0], data[1], data[123], count, height, width], [128, 0, 255, 10, 10, 10]);
  assertThrows(() => drawModeMap([1]), RangeError, "Cannot draw a map of 1 modes: 1000 are wanted");
});

Deno.test("encodeGrid() refuses data that does not fit its shape", () => {
  assertThrows(
    () =>
      encodeGrid({ data: new Uint8Array(5), count: 2, height: 2, width: 2 }, {
        columns: 2,
        gap: 0,
      }),
    RangeError,
    "Cannot lay out images of shape [2, 2, 2]: the data has 5 bytes; 8 are wanted",
  );
});
