import { join } from "node:path";
import { nameOwner } from "../store/owner.ts";
import { STORE_FOLDER } from "../verify/survey_store.ts";
import { inspectPack } from "./inspect_pack.ts";
import { type Merge, mergePack, type MergePackOptions } from "./merge_pack.ts";
import type { Manifest } from "./manifest.ts";
import { receivePack, type ReceivePackOptions } from "./receive_pack.ts";

/** Options of {@linkcode unpack}. */
export type UnpackOptions =
  & Pick<MergePackOptions, "results" | "volatile">
  & Pick<ReceivePackOptions, "limitBytes" | "onHead">;

/**
 * Takes a pack into a results folder. Until all of it has been read, compared and understood, nothing is written outside a
 * new folder in `.store/tmp/`, which is gone afterwards; a kill leaves what the next runner sweeps.
 *
 * @param path The archive.
 * @param options Where to, and on what conditions.
 * @returns What was merged.
 * @throws {ArchiveError} If the pack is refused.
 * @throws {Deno.errors.NotFound} If there is no such file.
 */
export async function unpack(
  path: string,
  { results, volatile, limitBytes, onHead }: UnpackOptions,
): Promise<Merge & { readonly manifest: Manifest }> {
  await Deno.stat(path);
  const name = `${nameOwner()}-unpack-${crypto.randomUUID().slice(0, 8)}`;
  const store = join(results, STORE_FOLDER);
  const isNew = await Deno.lstat(store).then(() => false, () => true);
  const quarantine = join(store, "tmp", name);
  await Deno.mkdir(quarantine, { recursive: true });
  try {
    const received = await receivePack(path, { quarantine, limitBytes, onHead });
    const pack = await inspectPack(received);
    const { experiment } = received.manifest;
    const merge = await mergePack(pack, { results, volatile, experiment, quarantine });
    return { ...merge, manifest: received.manifest };
  } finally {
    await Deno.remove(quarantine, { recursive: true });
    // Folders that were made for nothing; one that holds anything stays, and one that a runner may use.
    for (const folder of isNew ? [join(store, "tmp"), store, results] : []) {
      await Deno.remove(folder).catch(() => {});
    }
  }
}
