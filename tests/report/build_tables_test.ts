import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  buildCurveTable,
  buildMetricTable,
  buildShareTable,
} from "../../src/report/build_tables.ts";
import { makeImageFixture } from "./fixture.ts";

const data = makeImageFixture();

Deno.test("buildMetricTable() has a row a metric in the catalogue's order, with the real value", () => {
  const rows = buildMetricTable(data.comparison);
  assertEquals(rows.map(({ metric }) => metric), [
    "frechet_distance_10k",
    "class_entropy",
    "kl_to_uniform",
    "classes_covered",
    "nearest_neighbour_distance",
  ]);
  assertEquals(rows[0].real, 1.39);
  assertEquals(rows[0].summaries.dcgan?.n, 2);
  assertEquals(buildMetricTable({ ...data.comparison, variants: {} }), []);
});

Deno.test("buildCurveTable() bands the seeds that have come as far as a step", () => {
  const rows = buildCurveTable(data.runs);
  const at = (step: number) =>
    rows.find((row) =>
      row.metric === "frechet_distance_2k" && row.variant === "dcgan" && row.step === step
    )!;
  assertEquals([at(1000).n, at(1250).n], [3, 2]);
  const values = data.runs.filter(({ variant }) => variant === "dcgan")
    .map(({ evaluation }) => evaluation.curve[3].metrics.frechet_distance_2k);
  assertEquals(at(1000).low, Math.min(...values));
  assertAlmostEquals(at(1000).mean, values.reduce((sum, value) => sum + value) / 3, 1e-12);
});

Deno.test("buildShareTable() sums to one where every sample has a class", () => {
  const rows = buildShareTable(data.runs).filter(({ variant }) => variant === "vanilla");
  assertEquals(rows.map(({ label }) => label), ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  assertAlmostEquals(rows.reduce((sum, { share }) => sum + share, 0), 1, 1e-3);
  assertEquals(rows[0].seeds.length, 3);
});
