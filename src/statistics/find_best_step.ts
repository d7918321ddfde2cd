/** A value at a training step. */
export interface StepValue {
  /** Training step. */
  readonly step: number;
  /** What was measured. */
  readonly value: number;
}

/**
 * Finds the step with the best value; of equal ones the earliest.
 *
 * @param curve Values in order of step; none may be NaN.
 * @param direction Which values are better.
 * @returns The step, or `undefined` where there is no value.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findBestStep } from "./find_best_step.ts";
 *
 * const curve = [{ step: 100, value: 7 }, { step: 200, value: 3 }, { step: 300, value: 3 }];
 * assertEquals(findBestStep(curve, "lower"), 200);
 * assertEquals(findBestStep(curve, "higher"), 100);
 * ```
 */
export function findBestStep(
  curve: readonly StepValue[],
  direction: "higher" | "lower",
): number | undefined {
  const sign = direction === "higher" ? 1 : -1;
  let best: StepValue | undefined;
  for (const point of curve) {
    if (best === undefined || sign * point.value > sign * best.value) best = point;
  }
  return best?.step;
}
