import { join } from "node:path";
import { digestData, digestFile } from "../digest.ts";
import type { FiledRecord } from "../store/parse_record.ts";
import { STORE_FOLDER } from "../verify/survey_store.ts";
import type { PackMember } from "./write_archive.ts";

/** What a pack is made of. */
export interface GatherPackOptions {
  readonly results: string;
  /** The records that go in. */
  readonly records: readonly FiledRecord[];
  /** Keys of failures that go in. */
  readonly failures: readonly string[];
  /** Keys whose checkpoints go in, where there are any. */
  readonly checkpoints: readonly string[];
  /** Paths of view files, in the results folder, with `/`. */
  readonly view: readonly string[];
  /** Files that are made for the pack, by path in it. */
  readonly made: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
}

/**
 * Lists the files of a pack by path, each with its digest: what records name under the digests that they tell, all else
 * as it is.
 *
 * @param options What goes in.
 * @returns Members whose names are paths in the pack, sorted.
 * @throws {Deno.errors.NotFound} If a file is gone.
 */
export async function gatherPack(options: GatherPackOptions): Promise<PackMember[]> {
  const { results, records, failures, checkpoints, view, made } = options;
  const members = new Map<string, PackMember>();
  for (const { outputs } of records) {
    for (const { digest, sizeBytes } of Object.values(outputs)) {
      const name = `${STORE_FOLDER}/objects/${digest.slice(0, 2)}/${digest}`;
      members.set(name, { name, digest, sizeBytes, source: join(results, name) });
    }
  }
  const paths = new Set([
    ...records.map(({ key }) => `${STORE_FOLDER}/records/${key}.json`),
    ...records.map(({ code }) => `${STORE_FOLDER}/codes/${code}.json`),
    ...failures.map((key) => `${STORE_FOLDER}/failures/${key}.json`),
    ...view,
  ]);
  for (const name of paths) {
    const source = join(results, name);
    members.set(name, { name, source, ...await digestFile(source) });
  }
  for (const key of checkpoints) {
    const name = `${STORE_FOLDER}/checkpoints/${key}/checkpoint`;
    const source = join(results, name);
    const found = await digestFile(source).catch((error) => {
      if (error instanceof Deno.errors.NotFound) return null;
      throw error;
    });
    if (found !== null) members.set(name, { name, source, ...found });
  }
  for (const [name, source] of Object.entries(made)) {
    members.set(name, { name, source, digest: digestData(source), sizeBytes: source.length });
  }
  return [...members.values()].sort((left, right) => left.name < right.name ? -1 : 1);
}
