import { countOperations } from "./count_operations.ts";
import type { WorkResult } from "./measure_work.ts";
import type { RateResult } from "./results.ts";
import { DCGAN_STEP, WORKLOADS } from "./workloads.ts";

/** The machine's rate and the DCGAN step's, both by medians, where both were measured. */
export function measureRate(steps: readonly WorkResult[]): RateResult | undefined {
  const product = WORKLOADS.find((work) => work.kind === "product")!;
  const products = steps.find(({ work }) => work === product.name);
  const step = steps.find(({ work }) => work === DCGAN_STEP.name);
  const own = step?.ours[step.chosen];
  if (products === undefined || own === undefined) return undefined;
  const productMs = Math.min(
    ...[...Object.values(products.ours), ...Object.values(products.peers)].map(({ medianMs }) =>
      medianMs
    ),
  );
  const stepGflop = countOperations(DCGAN_STEP) / 1e9;
  return {
    machineGflops: 2 * product.side ** 3 / 1e6 / productMs,
    stepGflop,
    stepGflops: 1e3 * stepGflop / own.medianMs,
  };
}
