import type { ReportData } from "../../src/report/report_data.ts";

/** Adds to the image fixture what only some experiments have: chosen checkpoints, and published numbers. */
export function addExtras(data: ReportData): ReportData {
  const [first, second] = Object.keys(data.experiment.variants);
  const metric = "frechet_distance_2k";
  return {
    ...data,
    experiment: {
      ...data.experiment,
      published: [
        {
          variant: first,
          metric: "frechet_distance",
          value: 640.5,
          standardError: 12,
          source: "Somebody et al. 2018, table 1",
          protocol: "10 trials",
        },
        {
          variant: second,
          metric: "modes_covered",
          value: 7,
          source: "Another 2017",
          protocol: "one trial",
        },
      ],
      protocolDifferences: ["Fewer steps.", "Smaller networks."],
    },
    runs: data.runs.map((run) => {
      const curve = run.evaluation.curve.map(({ step, metrics }) => ({
        step,
        value: metrics[metric],
      }));
      const selection = { metric, validationCount: 10_000, step: curve[0].step, curve };
      return { ...run, evaluation: { ...run.evaluation, selection } };
    }),
  };
}
