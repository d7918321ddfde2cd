import type { OverviewData, OverviewExperiment } from "../../src/report/overview/overview_data.ts";
import type { ReportData } from "../../src/report/report_data.ts";
import { makeImageFixture } from "./fixture.ts";
import { makePointFixture } from "./fixture_points.ts";

/** Makes the page of a folder with an experiment on images, one on points with holes, and one that cannot be read. */
export function makeOverviewFixture(): OverviewData {
  const images = makeImageFixture();
  const points = makePointFixture();
  const failed = Array.from({ length: 7 }, (_, at) => ({
    stage: at === 0 ? "train-gan/vanilla/seed=2" : `evaluate/vanilla/seed=${at}`,
    status: at === 0 ? "failed" : "blocked",
    message: at === 0 ? "it ran out of memory" : "waits for train-gan",
  }));
  const ring = list(points, "ring.quick");
  return {
    place: "results",
    experiments: [
      list(images, "mode-collapse"),
      {
        ...ring,
        command: "deno task run experiments/ring.ts --quick",
        variants: ring.variants.map((variant) => ({ ...variant, runs: 2 })),
        seeds: [1, 2, 3],
        problems: failed,
      },
      {
        ...list(images, "conv-discriminator"),
        pictures: undefined,
        pictureProblem: "it is damaged",
      },
      { name: "torn", unreadable: "Cannot read summary.json: Unexpected end of JSON input" },
    ],
  };
}

function list(data: ReportData, name: string): OverviewExperiment {
  const { experiment, comparison, runs, referenceSamples } = data;
  return {
    name,
    question: experiment.question,
    report: `${name}/report.html`,
    command: "deno task run experiments/mode-collapse.ts",
    seeds: experiment.seeds,
    variants: Object.entries(comparison.variants).map(([variant, { runs, diverged }]) => {
      return { name: variant, runs, diverged: diverged.length };
    }),
    claims: comparison.claims,
    engines: [[{
      says: "fact.engine",
      values: {
        name: "tensorflow",
        library: "libtensorflow",
        version: "2.21.0",
        device: "CPU",
        threads: 1,
      },
    }]],
    startedAt: "2026-11-21T12:47:52.533Z",
    spentMs: 200_000,
    problems: [],
    pictures: {
      dataset: experiment.dataset,
      centres: data.centres ?? [],
      ...(referenceSamples.points === undefined ? {} : { real: referenceSamples.points }),
      variants: Object.keys(experiment.variants).map((variant) => {
        const { seed, snapshots } = runs.find((run) => run.variant === variant)!;
        const last = snapshots[snapshots.length - 1];
        return { name: variant, seed, step: last.step, samples: last };
      }),
    },
  };
}
