/**
 * Writes the coverage of an interval in percent, with as many decimals as tell it from 100, rounded down.
 *
 * @param level Coverage, in (0, 1).
 * @returns Such as "95", "98.3", or "99.95".
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatLevel } from "./format_level.ts";
 *
 * assertEquals([0.95, 1 - 0.05 / 3, 0.9995].map(formatLevel), ["95", "98.3", "99.95"]);
 * ```
 */
export function formatLevel(level: number): string {
  const decimals = Math.max(1, Math.ceil(-Math.log10(1 - level) - 2 + 1e-9));
  const unit = 10 ** decimals;
  // 0.9995 is a little less in binary.
  return String(Math.floor(100 * level * unit + 1e-6) / unit);
}
