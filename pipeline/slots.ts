import type { StageResources } from "./stage.ts";

/** What the stages of a run may use together. */
export interface Slots {
  /** Threads; a stage that trains has one, so that stages side by side fill the cores. */
  readonly jobs: number;
  readonly memoryMb: number;
  /** Stages on graphics cards; unless given, no stage is on one, and what stages want of them is not counted. */
  readonly gpuSlots?: number;
}

/**
 * Whether a stage may start beside those that run. Alone it always may, even if it wants more than there is.
 *
 * @param wanted What it wants.
 * @param used What those that run want.
 * @param slots What they may use together.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { hasRoom } from "./slots.ts";
 *
 * const training = { threads: 1, memoryMb: 2000, gpu: 1 };
 * assertEquals(hasRoom(training, [training], { jobs: 2, memoryMb: 4000 }), true);
 * assertEquals(hasRoom(training, [training], { jobs: 2, memoryMb: 3999 }), false);
 * assertEquals(hasRoom(training, [training], { jobs: 2, memoryMb: 4000, gpuSlots: 1 }), false);
 * ```
 */
export function hasRoom(
  wanted: StageResources,
  used: readonly StageResources[],
  slots: Slots,
): boolean {
  if (used.length === 0) return true;
  const sum = (of: (resources: StageResources) => number) =>
    used.reduce((total, resources) => total + of(resources), of(wanted));
  return sum(({ threads }) => threads) <= slots.jobs &&
    sum(({ memoryMb }) => memoryMb) <= slots.memoryMb &&
    sum(({ gpu = 0 }) => gpu) <= (slots.gpuSlots ?? Infinity);
}
