import type { StoredTensor } from "../../src/formats/safetensors.ts";

/** One workload, made ready in this process. */
export interface Workload {
  /** What a peer needs to compute the same numbers: initial parameters, data, and the inputs of {@linkcode check}. */
  fixture(): Record<string, StoredTensor>;

  /** Losses, or values, of the fixture's steps. */
  check(): number[][];

  /** Takes steps as a user's run does, and returns when they are done. */
  run(count: number): Promise<void> | void;
}
