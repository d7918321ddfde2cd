import { findGpus } from "./find_gpus.ts";

/**
 * How many CUDA devices a run can use, for the runner's slots: 0 without a driver, and where driver and library clash.
 *
 * @param options As {@linkcode findGpus} takes them.
 */
export function countGpus(options: Parameters<typeof findGpus>[0] = {}): number {
  return findGpus(options).usable.length;
}
