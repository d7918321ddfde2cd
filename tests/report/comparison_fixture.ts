import type {
  Both,
  ComparedExperiment,
  ComparedMean,
  ComparisonData,
} from "../../src/report/comparison/comparison_data.ts";
import type { MetricSummary, ReportData, Snapshot } from "../../src/report/report_data.ts";
import { compareGroups } from "../../src/statistics/mod.ts";
import { makeImageFixture } from "./fixture.ts";
import { makePointFixture } from "./fixture_points.ts";

/** Makes a comparison of two results with an experiment on images, one on points, and one that is the same. */
export function makeComparisonFixture(): ComparisonData {
  const images = compareWithItself(makeImageFixture());
  const points = compareWithItself(makePointFixture());
  const same: ComparedExperiment = {
    ...images,
    names: ["ring", "ring"],
    changes: [],
    stagesOnlyIn: [[], []],
    variantsOnlyIn: [[], []],
    metricsOnlyIn: [[], []],
    facts: images.facts.map((fact) => ({ ...fact, isSame: true })),
    bytes: { of: "artifacts", sameCount: 52, differing: [] },
    means: images.means.map((mean) => ({ ...mean, difference: null })),
    pictures: undefined,
  };
  return {
    sides: ["results", "~/Downloads/their-results"],
    experiments: [images, points, same],
    onlyIn: [["conv-discriminator"], []],
  };
}

/** The same experiment once more, every second value a little larger, and one variant far larger. */
function compareWithItself(data: ReportData): ComparedExperiment {
  const { experiment, comparison, runs, centres, referenceSamples } = data;
  const variants = Object.keys(experiment.variants);
  const cells = Object.keys(Object.values(comparison.variants)[0].metrics).flatMap((metric) =>
    variants.flatMap((variant, place) => {
      const summary = comparison.variants[variant].metrics[metric];
      return summary === undefined ? [] : [{ metric, variant, place, summary }];
    })
  );
  const groups = cells.map(({ place, summary }) => ({
    first: summary.values,
    second: shift(summary.values, place),
  }));
  const differences = compareGroups(groups);
  const means = cells.map(({ metric, variant, summary }, at): ComparedMean => ({
    metric,
    variant,
    sides: [summary, move(summary, differences[at].difference ?? 0)],
    difference: differences[at],
  }));
  const later = (snapshots: readonly Snapshot[]): Both<readonly Snapshot[] | null> => [
    snapshots,
    snapshots.toReversed().map((snapshot, at) => ({ ...snapshot, step: snapshots[at].step })),
  ];
  return {
    names: [experiment.name, experiment.name],
    questions: [experiment.question, experiment.question],
    seeds: [experiment.seeds, experiment.seeds],
    variants,
    variantsOnlyIn: [[], ["spectral"]],
    changes: [
      {
        part: "params",
        name: "settings.optimizer.learningRate",
        detail: "0.0002 -> 0.0001",
        stages: runs.map(({ variant, seed }) => `train-gan/${variant}/seed=${seed}`),
      },
      {
        part: "file",
        name: "src/metrics/modes.ts",
        detail: "changed: HIGH_QUALITY_RADIUS, countModes",
        stages: ["evaluate/vanilla/seed=1", "report"],
      },
    ],
    stagesOnlyIn: [[], []],
    facts: [
      { label: "provenance.runtime", values: ["Deno 2.9.6", "Deno 2.9.7"], isSame: false },
      {
        label: "provenance.engine",
        values: ["tensorflow 2.21.0", "tensorflow 2.21.0"],
        isSame: true,
      },
    ],
    bytes: {
      of: "artifacts",
      sameCount: 14,
      differing: runs.map(({ variant, seed }) => `train-gan/${variant}/seed=${seed}: history`),
    },
    claims: comparison.claims.map((claim, at) =>
      at === 1 ? [claim, null] : [claim, at === 0 ? { ...claim, verdict: "undecided" } : claim]
    ),
    means,
    metricsOnlyIn: [["frechet_distance_2k"], []],
    pictures: {
      dataset: experiment.dataset,
      centres: centres ?? [],
      seeds: experiment.seeds.slice(0, 2),
      runs: runs.filter(({ seed }) => experiment.seeds.slice(0, 2).includes(seed))
        .map(({ variant, seed, snapshots }) => ({
          variant,
          seed,
          snapshots: seed === experiment.seeds[1] ? [snapshots, null] : later(snapshots),
        })),
      ...(referenceSamples.points === undefined ? {} : { real: referenceSamples.points }),
    },
  };
}

function shift(values: Readonly<Record<string, number>>, place: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).map(([seed, value], at) =>
      [seed, value * (place === 2 ? 1.6 + 0.01 * at : 1 + 0.05 * (at % 2))] as const
    ),
  );
}

function move(summary: MetricSummary, by: number): ComparedMean["sides"][number] {
  const { mean, low, high, n } = summary;
  return {
    mean: mean + by,
    low: low === null ? null : low + by,
    high: high === null ? null : high + by,
    n,
  };
}
