/**
 * Writes a duration for reading.
 *
 * @param elapsedMs Milliseconds, or null where none was taken.
 * @returns Such as `"340 ms"`, `"12.4 s"`, `"3 min 05 s"`, `"2 h 07 min"`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatDuration } from "./format_duration.ts";
 *
 * assertEquals(formatDuration(185_400), "3 min 05 s");
 * ```
 */
export function formatDuration(elapsedMs: number | null): string {
  if (elapsedMs === null || !Number.isFinite(elapsedMs)) return "–";
  if (elapsedMs < 999.5) return `${Math.round(elapsedMs)} ms`;
  if (elapsedMs < 59_950) return `${(elapsedMs / 1000).toFixed(1)} s`;
  const seconds = Math.round(elapsedMs / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
