/**
 * Milliseconds as `8 s`, `2 min 05 s` or `3 h 05 min`.
 *
 * @param elapsedMs The time; below 0 counts as 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatSeconds } from "./format_seconds.ts";
 *
 * assertEquals([8_000, 125_000, 11_100_000].map(formatSeconds), ["8 s", "2 min 05 s", "3 h 05 min"]);
 * ```
 */
export function formatSeconds(elapsedMs: number): string {
  const seconds = Math.max(0, Math.round(elapsedMs / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${pad(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}

function pad(count: number): string {
  return String(count).padStart(2, "0");
}
