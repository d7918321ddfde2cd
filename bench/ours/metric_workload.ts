import { drawNormal } from "../../src/engine/random.ts";
import type { StoredTensor } from "../../src/formats/safetensors.ts";
import {
  compareNeighbourhoods,
  measureDensityCoverage,
  measureFrechetDistance,
  measurePrecisionRecall,
} from "../../src/metrics/mod.ts";
import type { MetricWork } from "../work.ts";
import type { Workload } from "./workload.ts";

/** Metrics over two sets of features, real ones normal, fake ones narrower and shifted. */
export function makeMetricWorkload(work: MetricWork): Workload {
  const { count: rows, columns } = work;
  const draw = (stream: string, { scale, shift }: { scale: number; shift: number }) => ({
    rows,
    columns,
    data: drawNormal({ seed: 1, stream, step: 0 }, rows * columns)
      .map((value) => value * scale + shift),
  });
  const fake = draw("fake", { scale: 0.9, shift: 0.1 });
  const real = draw("real", { scale: 1, shift: 0 });
  const measure = makeMeasure(work);
  const store = (data: Float32Array): StoredTensor => ({
    dtype: "F32",
    shape: [rows, columns],
    data,
  });
  return {
    fixture: () => ({ fake: store(fake.data), real: store(real.data) }),
    check: () => [measure(fake, real)],
    run: (count) => {
      for (let index = 0; index < count; index++) measure(fake, real);
    },
  };
}

type Features = Parameters<typeof measureFrechetDistance>[0];

function makeMeasure(work: MetricWork): (fake: Features, real: Features) => number[] {
  if (work.kind === "frechet") return (fake, real) => [measureFrechetDistance(fake, real)];
  return (fake, real) => {
    const neighbourhoods = compareNeighbourhoods(fake, real, { neighbour: work.neighbours });
    const { precision, recall } = measurePrecisionRecall(neighbourhoods);
    const { density, coverage } = measureDensityCoverage(neighbourhoods);
    return [precision, recall, density, coverage];
  };
}
