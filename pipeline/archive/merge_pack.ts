import { dirname, join } from "node:path";
import { DENO_FILE_SYSTEM } from "../store/deno_file_system.ts";
import { DurableFiles } from "../store/durable_files.ts";
import { listDiffering } from "../store/list_differing.ts";
import { openSealedJson, sealJson } from "../store/sealed_json.ts";
import { inspectRecord } from "../verify/inspect_record.ts";
import { STORE_FOLDER } from "../verify/survey_store.ts";
import type { InspectedFile, InspectedPack } from "./inspect_pack.ts";

/** What a merge did. */
export interface Merge {
  /** Records that were not there. */
  readonly added: number;
  /** Records that were. */
  readonly present: number;
  /** Stages of which another result was there, which stands; the received one is kept as evidence. */
  readonly conflicts: readonly string[];
  /** Name of the folder that the view went to; null if the pack has none, or the same view was there. */
  readonly view: string | null;
}

/** Options of {@linkcode mergePack}. */
export interface MergePackOptions {
  readonly results: string;
  readonly experiment: string;
  /** Where the received files lie; what is left of them is the caller's to remove. */
  readonly quarantine: string;
  /** Artifacts that may differ from run to run, by kind of stage. */
  readonly volatile: (kind: string) => readonly string[];
}

/**
 * Takes an inspected pack into a results folder, beside what is there: artifacts under their computed digests, then codes,
 * then records, so that a kill leaves no record without its artifacts. The first record of a key stands.
 *
 * @param pack The pack.
 * @param options Where to.
 */
export async function mergePack(pack: InspectedPack, options: MergePackOptions): Promise<Merge> {
  const root = join(options.results, STORE_FOLDER);
  const files = new DurableFiles(DENO_FILE_SYSTEM, root);
  const take = (place: InspectedFile["place"]) => pack.files.filter((file) => file.place === place);
  for (const { name, file } of take("object")) {
    await files.adopt(file, join(root, "objects", name.slice(0, 2), name));
  }
  for (const { name, file } of take("code")) {
    await files.write(join(root, "codes", `${name}.json`), await Deno.readTextFile(file));
  }
  let [added, present] = [0, 0];
  const conflicts: string[] = [];
  for (const { name: key, file } of take("record")) {
    const text = await Deno.readTextFile(file);
    const path = join(root, "records", `${key}.json`);
    const record = pack.records.get(key)!;
    if (await files.create(path, text)) {
      added++;
      continue;
    }
    const standing = readStanding(path);
    if (standing === null || !standing.isWhole(root)) {
      await files.write(path, text);
      added++;
      continue;
    }
    present++;
    if (listDiffering(standing.record, record, options.volatile(record.kind)).length === 0) {
      continue;
    }
    conflicts.push(record.id);
    const evidence = `${key}.${crypto.randomUUID().slice(0, 8)}.json`;
    await files.write(join(root, "conflicts", evidence), text);
  }
  await takeRest(pack, root, files);
  await mergeIndex(pack, { ...options, root, files });
  return { added, present, conflicts, view: await placeView(take("view"), options) };
}

/** The record that is there, unless it is damaged. */
function readStanding(path: string) {
  try {
    const record = inspectRecord(Deno.readTextFileSync(path));
    const isWhole = (root: string) =>
      Object.values(record.outputs).every(({ digest, sizeBytes }) => {
        const found = DENO_FILE_SYSTEM.find(join(root, "objects", digest.slice(0, 2), digest));
        return found?.isFile && found.sizeBytes === sizeBytes;
      });
    return { record, isWhole };
  } catch {
    return null;
  }
}

/** Failures and checkpoints, where there is none. */
async function takeRest({ files }: InspectedPack, root: string, durable: DurableFiles) {
  for (const { place, name, file } of files) {
    if (place === "failure") {
      const path = join(root, "failures", `${name}.json`);
      await durable.create(path, await Deno.readTextFile(file));
    }
    if (place !== "checkpoint") continue;
    const path = join(root, "checkpoints", name, "checkpoint");
    if (DENO_FILE_SYSTEM.find(path) !== null) continue;
    await durable.makeFolder(dirname(path));
    await Deno.rename(file, path);
  }
}

/** So that `show`, `explain` and `status` find the received stages; what is there goes first. */
async function mergeIndex(
  { records }: InspectedPack,
  { experiment, root, files }: MergePackOptions & { root: string; files: DurableFiles },
): Promise<void> {
  const path = join(root, "index", `${experiment}.json`);
  let keys: Record<string, string> = {};
  try {
    keys = (openSealedJson(Deno.readTextFileSync(path)) as { keys: Record<string, string> }).keys;
  } catch {
    // There is none, or a damaged one.
  }
  const received = [...records.values()].map(({ id, key }) => [id, key]);
  const merged = { ...Object.fromEntries(received), ...keys };
  await files.write(path, sealJson({ schema: 1, keys: merged }));
}

/** Puts the view in a folder of its own; beside one that shows something else, under another name. */
async function placeView(
  view: readonly InspectedFile[],
  { results, experiment, quarantine }: MergePackOptions,
): Promise<string | null> {
  if (view.length === 0) return null;
  const draft = join(quarantine, "view");
  for (const { path, file } of view) {
    // Every part of the path is a plain name, and the folder was made here: nothing in it leads elsewhere.
    const place = join(draft, ...path.split("/").slice(1));
    await Deno.mkdir(dirname(place), { recursive: true });
    await Deno.rename(file, place);
  }
  for (let number = 1;; number++) {
    const name = number === 1 ? experiment : `${experiment}.received-${number}`;
    const target = join(results, name);
    if (await isSameView(target, draft)) return null;
    if (await Deno.lstat(target).then(() => true, () => false)) continue;
    await Deno.rename(draft, target);
    return name;
  }
}

async function isSameView(folder: string, other: string): Promise<boolean> {
  const read = (of: string) =>
    Deno.readTextFile(join(of, "provenance.json")).then(
      (text) => JSON.parse(text).keys,
      () => null,
    );
  const [keys, others] = await Promise.all([read(folder), read(other)]);
  return keys !== null && JSON.stringify(keys) === JSON.stringify(others);
}
