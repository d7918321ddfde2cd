import type { ReportData, RunFacts, StageFacts } from "../../src/report/report_data.ts";

/** Makes the facts of a run of a fixture: training cached for the first seed, one run diverged, none failed. */
export function makeRunFixture({ experiment, runs }: ReportData): RunFacts {
  const isImages = experiment.dataset.kind === "mnist";
  const judge = isImages ? ["train-judge"] : [];
  const stages: StageFacts[] = [
    stage("prepare-data", [], "cached"),
    ...judge.map((id) => stage(id, ["prepare-data"], "cached")),
    stage("draw-reference", ["prepare-data"], "cached"),
    stage("evaluate/reference", ["prepare-data", ...judge, "draw-reference"], "cached"),
    ...runs.flatMap(({ variant, seed, evaluation }) => {
      const name = `${variant}/seed=${seed}`;
      const status = seed === experiment.seeds[0] ? "cached" : "done";
      const trained = evaluation.status === "diverged" ? "diverged" : status;
      return [
        {
          ...stage(`train-gan/${name}`, ["prepare-data"], trained),
          ...(evaluation.reason && { message: evaluation.reason }),
        },
        stage(`draw-samples/${name}`, [`train-gan/${name}`], status),
        stage(`evaluate/${name}`, ["prepare-data", ...judge, `draw-samples/${name}`], status),
      ];
    }),
    stage("compare", [
      "evaluate/reference",
      ...runs.map(({ variant, seed }) => `evaluate/${variant}/seed=${seed}`),
    ], "done"),
    stage("report", [
      "compare",
      "draw-reference",
      ...runs.map(({ variant, seed }) => `train-gan/${variant}/seed=${seed}`),
    ], "done"),
  ];
  let clock = Date.UTC(2026, 10, 21, 4, 45, 40);
  const timed = stages.map((one, at) => {
    const startedAt = new Date(clock).toISOString();
    if (at % 2 === 1) clock += one.elapsedMs ?? 0;
    return { ...one, startedAt };
  });
  return {
    verifyCommand: "deno task verify",
    variants: Object.keys(experiment.variants),
    paces: runs.map(({ variant, seed, evaluation }) => ({
      variant,
      seed,
      snapshots: evaluation.curve.map(({ step, metrics }) => ({
        step,
        elapsedMs: step * (variant === "dcgan" ? 60 : 25),
        metrics,
      })),
    })),
    command: `deno task run experiments/${experiment.name}.ts`,
    stages: timed,
    provenance: [
      {
        label: "provenance.engine",
        value: [{
          says: "fact.engine",
          values: {
            name: "tensorflow",
            library: "libtensorflow",
            version: "2.21.0",
            device: "cpu",
            threads: 1,
          },
        }],
      },
      {
        label: "provenance.hosts",
        value: [{
          says: "fact.host",
          values: { processor: "A processor at 2.5 GHz", cores: 2, system: "linux x86_64" },
        }],
      },
      { label: "provenance.runtime", value: "Deno 2.9.6, V8 14.2" },
      { label: "provenance.lock_file", value: "SHA-256 8c1f6f3b7d20" },
      {
        label: "provenance.started",
        value: [{
          says: "fact.range",
          values: { first: "2026-11-21T04:45:40Z", last: "2026-11-21T04:49:52Z" },
        }],
      },
    ],
  };
}

function stage(id: string, dependsOn: readonly string[], status: string): StageFacts {
  const kind = id.split("/")[0];
  const elapsedMs = kind === "train-gan" ? 41_300 : 1450;
  const key = "3f9a".repeat(16);
  return { id, kind, status, elapsedMs, peakRssBytes: 734_003_200, dependsOn, key };
}
