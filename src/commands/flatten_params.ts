import type { JsonObject, JsonValue } from "../../pipeline/mod.ts";

const MOST_CHARACTERS = 60;

/**
 * Lists the values of parameters by path.
 *
 * @param params The parameters.
 * @returns Pairs such as `["settings.stepCount", "200"]`; long values are cut.
 */
export function flattenParams(params: JsonObject, path = ""): [string, string][] {
  return Object.entries(params).flatMap(([name, value]): [string, string][] => {
    const place = path === "" ? name : `${path}.${name}`;
    if (isObject(value) && Object.keys(value).length > 0) return flattenParams(value, place);
    return [[place, formatValue(value)]];
  });
}

/** A value of parameters on one line, cut where it is long; nothing gives `(none)`. */
export function formatValue(value: JsonValue | undefined): string {
  if (value === undefined) return "(none)";
  const text = JSON.stringify(value);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
