const HEX = "[0-9a-f]";
const DIGEST = `${HEX}{64}`;
/** A folder or a file on every system; no dot first, and no dot last. */
const NAME = "[A-Za-z0-9](?:[A-Za-z0-9._+=-]{0,78}[A-Za-z0-9_+=-])?";

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const PATTERNS = {
  object: new RegExp(`^\\.store/objects/(${HEX}{2})/(\\1${HEX}{62})$`),
  record: new RegExp(`^\\.store/records/(${DIGEST})\\.json$`),
  code: new RegExp(`^\\.store/codes/(${DIGEST})\\.json$`),
  failure: new RegExp(`^\\.store/failures/(${DIGEST})\\.json$`),
  checkpoint: new RegExp(`^\\.store/checkpoints/(${DIGEST})/checkpoint$`),
  /** Descriptions for people and programs that know no Assay. */
  crate: /^(ro-crate-metadata\.json|README\.md)$/,
  /** The spec, and what it imports from beside or below it. */
  spec: new RegExp(`^specs/(${NAME}(?:/${NAME}){0,4})$`),
  view: new RegExp(`^(${NAME}(?:/${NAME}){1,4})$`),
} as const;

/** What a file in a pack is. */
export type PackPlace = keyof typeof PATTERNS;

/**
 * Says what a file in a pack is. Only such paths exist in packs: no `..`, no root, no drive, no device, no hidden file.
 *
 * @param path Path in the pack, with `/`.
 * @param experiment Name of the packed experiment's view folder.
 * @returns The place, and the digest, key or path that it holds; null for a path that is refused.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findPackPlace } from "./pack_paths.ts";
 *
 * assertEquals(findPackPlace("ring/report.html", "ring")?.place, "view");
 * assertEquals(findPackPlace("../ring/report.html", "ring"), null);
 * ```
 */
export function findPackPlace(
  path: string,
  experiment: string,
): { readonly place: PackPlace; readonly name: string } | null {
  for (const [place, pattern] of Object.entries(PATTERNS)) {
    const name = pattern.exec(path)?.at(-1);
    if (name === undefined) continue;
    if (place === "view" && !path.startsWith(`${experiment}/`)) return null;
    if (path.split("/").some((part) => DEVICE.test(part))) return null;
    return { place: place as PackPlace, name };
  }
  return null;
}

/** Whether a name can be that of an experiment's folder. */
export function isExperimentName(name: string): boolean {
  return new RegExp(`^${NAME}$`).test(name) && !DEVICE.test(name) && name !== "specs";
}
