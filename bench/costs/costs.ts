import type { Machine } from "../describe_machine.ts";
import type { Timing } from "../summarize.ts";

/** What one step costs in one mode, measured in a process of its own. */
export interface CostRow {
  readonly unrolledSteps: number;
  readonly packing: number;
  readonly mode: "graph" | "xla";
  /** Whether a run takes its steps in this mode. */
  readonly isChosen: boolean;
  readonly step: Timing;
  /** The first step, in which the mode compiles. */
  readonly firstMs: number;
  /** The most memory that the process has held, its libraries included. */
  readonly peakBytes: number;
}

/** What `bench/costs.json` holds. */
export interface Costs {
  readonly machine: Machine;
  readonly rounds: number;
  readonly unrolled: readonly CostRow[];
  readonly packed: readonly CostRow[];
}
