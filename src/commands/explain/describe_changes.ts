import { join } from "node:path";
import {
  digestData,
  type Fingerprint,
  listChanges,
  type StageRecord,
} from "../../../pipeline/mod.ts";
import { formatValue } from "../flatten_params.ts";
import { findSource } from "./find_source.ts";
import { listChangedDeclarations } from "./list_declarations.ts";

/** What a stage's key is made of, with the code behind the fingerprint. */
export interface Identity {
  readonly params: StageRecord["params"];
  readonly inputs: Readonly<Record<string, string>>;
  readonly code: Fingerprint;
}

/** One thing that differs. */
export interface IdentityChange {
  readonly part: "params" | "input" | "file" | "package" | "code";
  readonly name: string;
  readonly detail: string;
}

/**
 * Lists what makes the key of a stage another than before.
 *
 * @param before What it was made of.
 * @param now What it is made of.
 * @param options The project's folder, in whose git history changed functions are looked up.
 * @returns Changes; of code, its files, with the names of what changed in them where that can be told.
 */
export async function describeChanges(
  before: Identity,
  now: Identity,
  { root }: { readonly root: string },
): Promise<IdentityChange[]> {
  const changes: IdentityChange[] = listChanges(before.params, now.params).map((change) => ({
    part: "params",
    name: change.path,
    detail: `${formatValue(change.before)} -> ${formatValue(change.now)}`,
  }));
  for (const { path, before: old, now: current } of listChanges(before.inputs, now.inputs)) {
    changes.push({ part: "input", name: path, detail: `${shorten(old)} -> ${shorten(current)}` });
  }
  if (before.code.digest === now.code.digest) return changes;
  const packages = listNames(before.code.packages, now.code.packages);
  const files = await describeFiles(before.code.sources, now.code.sources, root);
  changes.push(...files, ...packages);
  if (files.length + packages.length > 0) return changes;
  const detail = `${before.code.digest.slice(0, 12)} -> ${now.code.digest.slice(0, 12)}`;
  return [...changes, { part: "code", name: "fingerprint", detail }];
}

async function describeFiles(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
  root: string,
): Promise<IdentityChange[]> {
  const changes: IdentityChange[] = [];
  for (const path of [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()) {
    if (before[path] === now[path]) continue;
    const detail = before[path] === undefined
      ? "now reached"
      : now[path] === undefined
      ? "no longer reached"
      : await describeEdit(root, path, [before[path], now[path]]);
    if (detail !== null) changes.push({ part: "file", name: path, detail });
  }
  return changes;
}

/** What changed in a file; null if only comments did. */
async function describeEdit(
  root: string,
  path: string,
  [before, now]: readonly [string, string],
): Promise<string | null> {
  const [old, current] = await Promise.all([before, now].map((digest) => read(root, path, digest)));
  if (old === null || current === null) return "changed; its earlier text is not in git's history";
  const names = listChangedDeclarations(old, current);
  return names.length === 0 ? null : `changed: ${names.join(", ")}`;
}

async function read(root: string, path: string, digest: string): Promise<string | null> {
  const text = await Deno.readTextFile(join(root, path)).catch(() => null);
  return text !== null && digestData(text) === digest ? text : await findSource(root, path, digest);
}

function listNames(before: readonly string[], now: readonly string[]): IdentityChange[] {
  const came = now.filter((name) => !before.includes(name));
  const went = before.filter((name) => !now.includes(name));
  return [
    ...came.map((name): IdentityChange => ({ part: "package", name, detail: "now reached" })),
    ...went.map((name): IdentityChange => ({ part: "package", name, detail: "no longer reached" })),
  ];
}

function shorten(value: unknown): string {
  return value === undefined ? "(none)" : String(value).slice(0, 12);
}
