import { assert, assertEquals } from "@std/assert";
import { compareGoldens, listFields } from "./goldens/compare_goldens.ts";
import { GOLDEN_METRICS, UNUSED_FIELDS } from "./goldens/golden_metrics.ts";
import { readGolden } from "./read_golden.ts";

for (const metric of GOLDEN_METRICS) {
  Deno.test(`every golden value of ${metric.label} holds at its tolerance`, () => {
    const comparisons = compareGoldens(metric);
    assert(comparisons.length > 2, `${comparisons.length} values`);
    for (const { place, got, expected, allowed } of comparisons) {
      const holds = got === expected || Math.abs(got! - expected!) <= allowed;
      assert(holds, `${place}: got ${got}, want ${expected} ± ${allowed}`);
    }
  });
}

for (const name of new Set(GOLDEN_METRICS.map(({ golden }) => golden))) {
  Deno.test(`every field of the golden file ${name} is used, or said not to be`, () => {
    const metrics = GOLDEN_METRICS.filter(({ golden }) => golden === name);
    for (const golden of readGolden(name)) {
      const computed = new Set(metrics.flatMap((metric) => Object.keys(metric.compute(golden))));
      const missing = listFields(golden.expected).filter((path) =>
        !computed.has(path) && !(`${name} ${path.split(".").at(-1)}` in UNUSED_FIELDS)
      );
      assertEquals(missing, [], golden.name);
    }
  });
}
