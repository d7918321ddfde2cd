import { assert, assertEquals } from "@std/assert";
import * as metrics from "../../src/metrics/mod.ts";
import { GOLDEN_METRICS } from "./goldens/golden_metrics.ts";
import { makeMetricsDoc } from "./goldens/make_metrics_doc.ts";

const path = new URL("../../docs/metrics.md", import.meta.url);

Deno.test("docs/metrics.md has the tables of today: deno task metrics:table", () => {
  const text = Deno.readTextFileSync(path);
  assertEquals(makeMetricsDoc(text), text);
});

Deno.test("docs/metrics.md names every function that has a golden, and golden calls are exported", () => {
  for (const name of GOLDEN_METRICS.flatMap(({ calls }) => calls)) {
    assert(Object.hasOwn(metrics, name), name);
  }
});
