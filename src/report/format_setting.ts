import type { JsonValue } from "./report_data.ts";

/**
 * Writes the value of a setting for a table.
 *
 * @param value Any JSON value.
 * @returns Plain text: lists as `256, 512`, records as `kernels 32; dimensions 8`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatSetting } from "./format_setting.ts";
 *
 * assertEquals(formatSetting({ kernels: 32, reduction: "sum" }), "kernels 32; reduction sum");
 * ```
 */
export function formatSetting(value: JsonValue): string {
  if (value === null) return "none";
  if (Array.isArray(value)) {
    return value.map((item) =>
      Array.isArray(item) ? `(${formatSetting(item)})` : formatSetting(item)
    )
      .join(", ");
  }
  if (typeof value === "object") {
    return Object.entries(value).map(([name, item]) => `${name} ${formatSetting(item)}`).join("; ");
  }
  return String(value);
}
