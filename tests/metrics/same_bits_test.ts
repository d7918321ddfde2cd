import { assertEquals } from "@std/assert";
import {
  compareNeighbourhoods,
  drawDirections,
  extrapolateFrechet,
  findNearestOthers,
  fitLinearProbe,
  measureDensityCoverage,
  measureExactWasserstein,
  measureFrechetDistance,
  measureGaussianDiscrepancy,
  measureKernelDistance,
  measureParzen,
  measurePrecisionRecall,
  measureSlicedWasserstein,
} from "../../src/metrics/mod.ts";
import { makePoints } from "./make_points.ts";

const fake = makePoints({ rows: 211, columns: 19, seed: 1, spread: 0.9, mean: 0.1 });
const real = makePoints({ rows: 307, columns: 19, seed: 2 });
const key = { seed: 3, stream: "test", step: 0 };

/** Values of one machine, to the last bit: sums have a fixed order, so every machine gives them. */
const PINNED: Readonly<Record<string, readonly [() => number, number]>> = {
  "measureFrechetDistance()": [() => measureFrechetDistance(fake, real), 1.1701426370488122],
  "extrapolateFrechet()": [() => extrapolateFrechet(fake, real, key).distance, 0.5572157879524],
  "measureKernelDistance()": [() => measureKernelDistance(fake, real), 0.03984036076405628],
  "measureGaussianDiscrepancy()": [
    () => measureGaussianDiscrepancy(fake, real, { bandwidth: 3 }).unbiased,
    0.008996568757346501,
  ],
  "findNearestOthers()": [
    () => findNearestOthers(real, { count: 3 }).squares.reduce((sum, x) => sum + x, 0),
    14977.76473957962,
  ],
  "measurePrecisionRecall()": [
    () => measurePrecisionRecall(compareNeighbourhoods(fake, real)).recall,
    0.7166123778501629,
  ],
  "measureDensityCoverage()": [
    () => measureDensityCoverage(compareNeighbourhoods(fake, real)).density,
    1.633175355450237,
  ],
  "measureSlicedWasserstein()": [
    () =>
      measureSlicedWasserstein(fake, real, {
        directions: drawDirections(key, { count: 9, columns: 19 }),
      }),
    0.23892699520282784,
  ],
  "measureExactWasserstein()": [
    () => measureExactWasserstein(fake, { ...real, rows: 211, data: real.data.slice(0, 211 * 19) }),
    4.011246284903445,
  ],
  "measureParzen()": [() => measureParzen(fake, real, { sigma: 0.7 }).mean, -30.269181009102976],
  "fitLinearProbe()": [
    () =>
      fitLinearProbe({ features: real, labels: Array.from({ length: 307 }, (_, i) => i % 3) }, {
        classCount: 3,
      }).objective,
    318.24551369370624,
  ],
};

for (const [name, [measure, value]] of Object.entries(PINNED)) {
  Deno.test(`${name} has the same bits on every machine`, () => assertEquals(measure(), value));
}
