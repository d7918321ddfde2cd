const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/**
 * Writes a size for people, in powers of 1000.
 *
 * @param sizeBytes The size.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatSize } from "./format_size.ts";
 *
 * assertEquals([formatSize(999), formatSize(1234), formatSize(272e6)], ["999 bytes", "1.23 kB", "272 MB"]);
 * ```
 */
export function formatSize(sizeBytes: number): string {
  let value = sizeBytes;
  let unit = 0;
  for (; value >= 999.5 && unit < UNITS.length - 1; unit++) value /= 1000;
  return `${unit === 0 ? value : value.toPrecision(3)} ${UNITS[unit]}`;
}
