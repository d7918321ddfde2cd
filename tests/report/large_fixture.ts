import type { ReportData } from "../../src/report/report_data.ts";
import { makeImageFixture } from "./fixture.ts";
import { makeFixtureHistory } from "./fixture_history.ts";
import { makeFixtureRandom } from "./fixture_random.ts";

/** Makes a report's data of 10 variants with 5 seeds each, 100,000 steps, 10 snapshots. */
export function makeLargeFixture(): ReportData {
  const small = makeImageFixture();
  const random = makeFixtureRandom(3);
  const names = Array.from({ length: 10 }, (_, index) => `variant-${index}`);
  const seeds = [1, 2, 3, 4, 5];
  const models = small.runs.filter(({ evaluation }) => evaluation.status === "done");
  const histories = seeds.map((seed) =>
    makeFixtureHistory({ stepCount: 100_000, lead: seed / 8 }, random)
  );
  const runs = names.flatMap((variant, place) =>
    seeds.map((seed, at) => {
      const model = models[(place + at) % models.length];
      const snapshots = Array.from({ length: 10 }, (_, index) => ({
        ...model.snapshots[index % model.snapshots.length],
        step: (index + 1) * 10_000,
      }));
      return { ...model, variant, seed, snapshots, history: histories[at] };
    })
  );
  const summaries = Object.values(small.comparison.variants);
  return {
    ...small,
    experiment: {
      ...small.experiment,
      seeds,
      claims: [],
      variants: Object.fromEntries(
        names.map((name) => [name, Object.values(small.experiment.variants)[0]]),
      ),
    },
    differences: [],
    comparison: {
      ...small.comparison,
      seeds,
      claims: [],
      variants: Object.fromEntries(
        names.map((name, index) => [name, { ...summaries[index % 3], diverged: [] }]),
      ),
    },
    runs,
  };
}
