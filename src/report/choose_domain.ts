/** What bounds the choice of an axis. */
export interface ChooseDomainOptions {
  /** Both ends, where the quantity itself sets them. */
  readonly range?: readonly [number, number];
  /** Whether a log scale may be chosen. */
  readonly mayBeLog: boolean;
}

/** An axis. */
export interface Domain {
  readonly domain: readonly [number, number];
  readonly scale: "linear" | "log";
}

/** Positive values that span more than this are drawn on a log scale. */
const LOG_SPAN = 40;

/**
 * Chooses an axis that shows all given values: linear and with zero, or logarithmic where positive values span
 * more than 40 times.
 *
 * @param values Values to show; those that are not finite do not count.
 * @param options Bounds.
 * @returns Both ends and the scale; [0, 1] when there is no value.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { chooseDomain } from "./choose_domain.ts";
 *
 * assertEquals(chooseDomain([2, 10], { mayBeLog: true }).scale, "linear");
 * assertEquals(chooseDomain([0.1, 10], { mayBeLog: true }).scale, "log");
 * ```
 */
export function chooseDomain(values: readonly number[], options: ChooseDomainOptions): Domain {
  if (options.range) return { domain: options.range, scale: "linear" };
  const usable = values.filter(Number.isFinite);
  if (usable.length === 0) return { domain: [0, 1], scale: "linear" };
  const low = usable.reduce((least, value) => Math.min(least, value), Infinity);
  const high = usable.reduce((most, value) => Math.max(most, value), -Infinity);
  if (options.mayBeLog && low > 0 && high / low > LOG_SPAN) {
    return { domain: [low / 1.3, high * 1.3], scale: "log" };
  }
  const start = Math.min(0, low);
  const end = Math.max(0, high);
  const room = (end - start) * 0.12 || 1;
  return {
    domain: [start < 0 ? start - room : start, end > 0 ? end + room : end],
    scale: "linear",
  };
}
