import type { JsonValue } from "./report_data.ts";

/** One setting of a nested record. */
export interface FlatSetting {
  /** Dotted path, such as `"optimizer.learningRate.generator"`. */
  readonly path: string;
  readonly value: JsonValue;
}

/**
 * Flattens nested settings; lists stay whole.
 *
 * @param settings Nested records.
 * @returns One entry a leaf, in order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { flattenSettings } from "./flatten_settings.ts";
 *
 * assertEquals(flattenSettings({ a: { b: [1, 2] } }), [{ path: "a.b", value: [1, 2] }]);
 * ```
 */
export function flattenSettings(
  settings: { readonly [name: string]: JsonValue },
): FlatSetting[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? flattenSettings(value as { [name: string]: JsonValue })
        .map((inner) => ({ path: `${name}.${inner.path}`, value: inner.value }))
      : [{ path: name, value }]
  );
}
