const HEX = "[0-9a-f]";
const UUID = `${HEX}{8}-(?:${HEX}{4}-){3}${HEX}{12}`;
const FOLDER_NAME = "[A-Za-z0-9][A-Za-z0-9._+-]*";

/** What a file of a store is, by its path in the store. */
const PLACES = {
  object: new RegExp(`^objects/(${HEX}{2})/(\\1${HEX}{62})$`),
  record: new RegExp(`^records/(${HEX}{64})\\.json$`),
  code: new RegExp(`^codes/(${HEX}{64})\\.json$`),
  failure: new RegExp(`^failures/(${HEX}{64})\\.json$`),
  index: new RegExp(`^index/(${FOLDER_NAME})\\.json$`),
  fingerprints: /^fingerprints\.json$/,
  checkpoint: new RegExp(`^checkpoints/(${HEX}{64})/[^/]+$`),
  log: new RegExp(`^logs/(${HEX}{64})/[^/]+\\.log$`),
  conflict: new RegExp(`^conflicts/(${HEX}{64})\\.${HEX}{8}\\.json$`),
  lock: new RegExp(`^locks/(${HEX}{64})$`),
  quarantined: /^quarantine\//,
  /** Written beside a file before it takes that file's name; left behind by a kill. */
  draft: new RegExp(`^.+\\.${UUID}$`),
} as const;

/** What a file of a store is. */
export type Place = keyof typeof PLACES;

/**
 * Says what a file of a store is.
 *
 * @param path Path in the store, with `/`.
 * @returns The place, and the digest, key or name that the path holds, if it holds one; null for a file that does not
 * belong there.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findPlace } from "./store_places.ts";
 *
 * assertEquals(findPlace("index/ring.json"), { place: "index", name: "ring" });
 * assertEquals(findPlace("index/../ring.json"), null);
 * ```
 */
export function findPlace(path: string): { readonly place: Place; readonly name: string } | null {
  for (const [place, pattern] of Object.entries(PLACES)) {
    const match = pattern.exec(path);
    if (match !== null) return { place: place as Place, name: match.at(-1)! };
  }
  return null;
}
