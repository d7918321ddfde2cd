import { assertNotEquals } from "@std/assert";
import { renderMetricsSection } from "../../src/report/sections/metrics_section.ts";
import { makePointFixture } from "./fixture_points.ts";

Deno.test("renderMetricsSection() draws real data as it is at the sample count of a snapshot", async () => {
  const data = makePointFixture();
  const place = async (snapshotMetrics: Record<string, number>): Promise<string> => {
    const html = await renderMetricsSection({
      ...data,
      reference: { ...data.reference, snapshotMetrics },
    });
    const panel = html.slice(html.indexOf(">Modes covered by 20<"));
    // The label of the rule stands at its height.
    return /translate\(([\d.,]+)\)"[^>]*>real</.exec(panel)![1];
  };
  const final = await place({});
  assertNotEquals(await place({ modes_covered_20: 4 }), final);
});
