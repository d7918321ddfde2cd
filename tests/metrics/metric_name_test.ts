import { assert, assertEquals, assertThrows } from "@std/assert";
import { METRICS } from "../../src/metrics/catalogue.ts";
import { describeMetric, nameMetric, parseMetricName } from "../../src/metrics/metric_name.ts";

Deno.test("METRICS is keyed by base name and explains every entry", () => {
  assertEquals(Object.keys(METRICS).length, 23);
  const labels = Object.values(METRICS).map(({ label }) => label);
  assertEquals(new Set(labels).size, labels.length);
  for (const [name, metric] of Object.entries(METRICS)) {
    assertEquals(metric.name, name);
    assert(/^[a-z][a-z0-9_]*$/.test(name));
    assert(metric.label.length > 0 && metric.description.length > 40 && metric.source.length > 0);
  }
});

Deno.test("nameMetric() writes the sample count only where the metric depends on it", () => {
  const names = [500, 999, 1000, 1234, 2500, 10_000, 60_000].map((count) => {
    return nameMetric("frechet_distance", count);
  });
  assertEquals(names.map((name) => name.slice("frechet_distance_".length)), [
    ...["500", "999", "1k", "1234", "2.5k", "10k", "60k"],
  ]);
  assertEquals(nameMetric("modes_covered", 2500), "modes_covered");
  assertEquals(nameMetric("kernel_distance", 2500), "kernel_distance");
});

Deno.test("nameMetric() writes the count of the part that a costly metric is taken of", () => {
  assertEquals(nameMetric("precision_k5", 10_000), "precision_k5_2k");
  assertEquals(nameMetric("precision_k5", 1_000), "precision_k5_1k");
});

Deno.test("parseMetricName() undoes nameMetric() for every metric and count", () => {
  for (const base of Object.keys(METRICS)) {
    for (const count of [1, 64, 500, 1000, 1100, 2500, 12_345, 10_000, 1_000_000]) {
      assertEquals(parseMetricName(nameMetric(base, count)), base);
    }
    assertEquals(parseMetricName(base), base);
  }
});

Deno.test("describeMetric() takes full and base names", () => {
  assertEquals(describeMetric("frechet_distance_10k"), METRICS.frechet_distance);
  assertEquals(describeMetric("modes_covered_20").label, "Modes covered by 20");
  assertEquals(describeMetric("nearest_neighbour_distance").better, null);
});

Deno.test("describeMetric() gives the nearest name and all known ones for an unknown name", () => {
  assertThrows(
    () => describeMetric("frechet_distence_10k"),
    RangeError,
    'Cannot read metric "frechet_distence_10k": there is no such metric; the nearest is ' +
      '"frechet_distance", known are frechet_distance, kernel_distance, kernel_distance_error, ',
  );
});

Deno.test("parseMetricName() refuses a suffix on a metric that has none, and names of Object", () => {
  for (const name of ["class_entropy_10k", "modes_covered_50", "fid", "constructor", ""]) {
    assertThrows(
      () => parseMetricName(name),
      RangeError,
      `Cannot read metric "${name}": there is no`,
    );
  }
});

Deno.test("nameMetric() refuses a sample count of 0", () => {
  assertThrows(
    () => nameMetric("frechet_distance", 0),
    RangeError,
    'Cannot name metric "frechet_distance": sample count is 0; a whole number > 0 is wanted',
  );
});
