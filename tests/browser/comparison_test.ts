import { renderComparison } from "../../src/report/comparison/render_comparison.ts";
import { renderOverview } from "../../src/report/overview/render_overview.ts";
import { makeComparisonFixture } from "../report/comparison_fixture.ts";
import { makeOverviewFixture } from "../report/overview_fixture.ts";
import { MISSING, runScripts } from "./run_scripts.ts";

Deno.test({
  name:
    "the comparison and the page of a results folder work in a browser, with and without JavaScript",
  ignore: MISSING.length > 0,
  async fn() {
    await runScripts({
      comparison: await renderComparison(makeComparisonFixture()),
      overview: renderOverview(makeOverviewFixture()),
    }, ["comparison_page"]);
  },
});
