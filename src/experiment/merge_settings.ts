import { isObject } from "./json.ts";

/**
 * Lays settings over others. Objects merge key by key, save that one whose `kind` changes replaces
 * what was there; lists and all else replace.
 *
 * @param below What holds where nothing is laid over it.
 * @param above What wins.
 * @returns New settings; neither argument is changed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { mergeSettings } from "./merge_settings.ts";
 *
 * const below = { generator: { kind: "mlp", hidden: [8] }, latentDim: 2 };
 * assertEquals(mergeSettings(below, { generator: { hidden: [4] } }), {
 *   generator: { kind: "mlp", hidden: [4] },
 *   latentDim: 2,
 * });
 * assertEquals(mergeSettings(below, { generator: { kind: "dcgan" } }).generator, { kind: "dcgan" });
 * ```
 */
export function mergeSettings(below: object, above: object): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const old = merged[key];
    merged[key] = isObject(value) ? mergeSettings(startOf(old, value), value) : value;
  }
  return merged;
}

function startOf(old: unknown, value: Readonly<Record<string, unknown>>): object {
  if (!isObject(old)) return {};
  const isOtherKind = old.kind !== undefined && value.kind !== undefined && old.kind !== value.kind;
  return isOtherKind ? {} : old;
}
