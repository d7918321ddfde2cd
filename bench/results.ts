import type { RunnerRow } from "./runner/measure_runner.ts";
import type { Machine } from "./describe_machine.ts";
import type { ExperimentResult } from "./experiment/measure_experiment.ts";
import type { WorkResult } from "./measure_work.ts";

/** What `bench/results.json` holds. Times in milliseconds: smallest and median of the rounds. */
export interface BenchResults {
  readonly machine: Machine;
  readonly rounds: number;
  readonly steps: readonly WorkResult[];
  /** The machine's own rate, and what the DCGAN step does with it. */
  readonly rate?: RateResult;
  readonly runner?: readonly RunnerRow[];
  /** From an earlier run where this one left it out; it says when. */
  readonly experiment?: ExperimentResult;
}

/** Rates in 10^9 floating-point operations a second. */
export interface RateResult {
  /** The fastest competitor's product of two 1024 x 1024 matrices, by its median. */
  readonly machineGflops: number;
  /** Operations of one DCGAN step, in 10^9. */
  readonly stepGflop: number;
  /** What our DCGAN step reaches, by its median. */
  readonly stepGflops: number;
}
