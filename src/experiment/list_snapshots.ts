/**
 * Lists the steps at which a run keeps a snapshot: every `every`-th, and the last.
 *
 * @param stepCount Steps of the run, an integer > 0.
 * @param every Steps between snapshots, an integer > 0.
 * @returns Steps in ascending order, counted from 1; the last is `stepCount`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { listSnapshots } from "./list_snapshots.ts";
 *
 * assertEquals(listSnapshots(500, 200), [200, 400, 500]);
 * ```
 */
export function listSnapshots(stepCount: number, every: number): number[] {
  const steps: number[] = [];
  for (let step = every; step < stepCount; step += every) steps.push(step);
  return [...steps, stepCount];
}
