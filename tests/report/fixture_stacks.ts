import type { Evaluation, ImageStack, ReportData } from "../../src/report/report_data.ts";
import { makeImageFixture } from "./fixture.ts";
import { makeFixtureRandom } from "./fixture_random.ts";

/** Makes the data of a report on stacked digits: the images of the grey fixture, three of them in each. */
export function makeStackFixture(): ReportData {
  const grey = makeImageFixture();
  const random = makeFixtureRandom(77);
  /** `captured` modes share the samples about evenly. */
  const spread = (evaluation: Evaluation, captured: number): Evaluation => {
    const histogram = Array.from({ length: 1000 }, (_, mode) => ({
      label: String(mode).padStart(3, "0"),
      count: (mode * 7) % 1000 < captured ? 1 + random.below(60) : 0,
    }));
    return {
      ...evaluation,
      protocol: { ...evaluation.protocol, judgeAccuracy: 0.9653 },
      metrics: { ...evaluation.metrics, modes_captured_10k: captured, mode_reverse_kl_10k: 1.5 },
      histogram: evaluation.status === "done" ? histogram : [],
    };
  };
  const captured: Readonly<Record<string, number>> = { vanilla: 78, dcgan: 640 };
  return {
    ...grey,
    experiment: {
      ...grey.experiment,
      name: "stacked-mnist",
      dataset: {
        kind: "stacked-mnist",
        size: 28,
        channels: 3,
        trainCount: 128_000,
        testCount: 26_000,
      },
    },
    runs: grey.runs.map((run) => ({
      ...run,
      evaluation: spread(run.evaluation, captured[run.variant] ?? 1000),
      snapshots: run.snapshots.map(({ step, images }) => ({ step, images: stack(images!) })),
      ...(run.neighbours && {
        neighbours: {
          ...run.neighbours,
          samples: stack(run.neighbours.samples),
          neighbours: stack(run.neighbours.neighbours),
        },
      }),
    })),
    reference: spread(grey.reference, 1000),
    referenceSamples: { images: stack(grey.referenceSamples.images!) },
  };
}

/** Images whose red, green and blue are an image and the two after it. */
function stack({ data, count, height, width }: ImageStack): ImageStack {
  const size = height * width;
  const stacked = new Uint8Array(data.length * 3);
  for (let at = 0; at < stacked.length; at++) {
    const [pixel, channel] = [Math.floor(at / 3), at % 3];
    stacked[at] = data[(pixel + channel * 7 * size) % data.length];
  }
  return { data: stacked, count, height, width, channels: 3 };
}
