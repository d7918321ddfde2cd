/** A unit of time that gives an axis readable numbers. */
export interface TimeUnit {
  readonly name: "seconds" | "minutes" | "hours";
  readonly ms: number;
}

/**
 * Chooses the unit of an axis of time.
 *
 * @param longestMs The end of the axis.
 * @returns Seconds up to five minutes, minutes up to five hours, else hours.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { chooseTimeUnit } from "./choose_time_unit.ts";
 *
 * assertEquals(chooseTimeUnit(90_000).name, "seconds");
 * assertEquals(chooseTimeUnit(3_600_000).name, "minutes");
 * ```
 */
export function chooseTimeUnit(longestMs: number): TimeUnit {
  if (longestMs <= 300_000) return { name: "seconds", ms: 1000 };
  if (longestMs <= 18_000_000) return { name: "minutes", ms: 60_000 };
  return { name: "hours", ms: 3_600_000 };
}
