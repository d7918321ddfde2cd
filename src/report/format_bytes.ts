const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];

/**
 * Writes a size in binary units.
 *
 * @param sizeBytes Bytes, or null where none was measured.
 * @returns Such as `"512 B"` or `"1.4 GiB"`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatBytes } from "./format_bytes.ts";
 *
 * assertEquals(formatBytes(1536 * 1024), "1.5 MiB");
 * ```
 */
export function formatBytes(sizeBytes: number | null): string {
  if (sizeBytes === null || !Number.isFinite(sizeBytes)) return "–";
  const power = Math.min(
    UNITS.length - 1,
    Math.max(0, Math.floor(Math.log2(Math.max(1, sizeBytes)) / 10)),
  );
  const size = sizeBytes / 1024 ** power;
  return `${power === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[power]}`;
}
