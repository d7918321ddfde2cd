const UNITS = ["kB", "MB", "GB", "TB"] as const;

/**
 * A number of bytes for people, in powers of 1,000.
 *
 * @param bytes How many, >= 0.
 * @returns Such as `"1.4 GB"`; below a kilobyte, `"512 B"`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatBytes } from "./format_bytes.ts";
 *
 * assertEquals(formatBytes(258_989_246), "259 MB");
 * ```
 */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`;
  let value = bytes;
  let unit = -1;
  // 999.5 kB would round to 1000 kB.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}
