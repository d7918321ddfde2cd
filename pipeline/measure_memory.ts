import { availableMemory, constrainedMemory } from "node:process";

const BYTES_PER_MB = 2 ** 20;

/** Memory of this machine, or of the container that this process is in. */
export interface MachineMemory {
  readonly totalMb: number;
  /** What can be had without taking it from others. */
  readonly availableMb: number;
}

/** Measures the memory that stages can have, in MiB; a container's limit counts where it is below the machine's memory. */
export function measureMemory(): MachineMemory {
  const { total, available } = Deno.systemMemoryInfo();
  // Without a limit some systems give 0, others a number beyond any machine.
  const limit = constrainedMemory() || Infinity;
  const isLimited = limit < total;
  return {
    totalMb: (isLimited ? limit : total) / BYTES_PER_MB,
    availableMb: (isLimited ? Math.min(availableMemory(), available) : available) / BYTES_PER_MB,
  };
}
