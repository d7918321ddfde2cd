import type { JsonValue } from "./canonical.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { StageIdentity } from "./key.ts";
import { listChanges } from "./list_changes.ts";
import type { StageRecord } from "./store/record.ts";

const MOST_NAMED = 3;

/**
 * Says in words what makes a stage's work another than last time.
 *
 * @param last The last record of the stage.
 * @param now Its identity now, with the code behind the fingerprint.
 * @returns For example `params changed: settings.stepCount 500 -> 600`.
 */
export function describeChange(
  last: StageRecord,
  now: StageIdentity & { code: Fingerprint },
): string {
  const reasons: string[] = [];
  const params = listChanges(last.params, now.params).map(({ path, before, now }) =>
    `${path} ${showValue(before)} -> ${showValue(now)}`
  );
  if (params.length > 0) reasons.push(`params changed: ${joinSome(params)}`);
  if (last.fingerprint !== now.fingerprint) {
    const files = listChangedNames(last.sources, now.code.sources);
    const packages = now.code.packages.filter((name) => !last.packages.includes(name));
    const named = [...files, ...packages];
    reasons.push(`code of ${now.kind} changed${named.length === 0 ? "" : ` (${joinSome(named)})`}`);
  }
  const inputs = listChangedNames(last.inputs, now.inputs);
  if (inputs.length > 0) reasons.push(`input changed: ${joinSome(inputs)}`);
  return reasons.length === 0 ? "its record is gone" : reasons.join("; ");
}

function showValue(value: JsonValue | undefined): string {
  if (value === undefined) return "(none)";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}

function listChangedNames(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).sort();
}

function joinSome(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
