import { assertEquals } from "@std/assert";
import { DiskStore } from "../../../pipeline/store/disk_store.ts";
import type { FileSystem } from "../../../pipeline/store/file_system.ts";
import { listDigests, MODEL_RESULTS, runModel } from "./model_run.ts";
import { ModelFileSystem } from "./model_file_system.ts";

const RECORD = /\/records\/([0-9a-f]{64})\.json$/;
/** Folders of the store, and a file, in which an undisturbed run leaves something. */
const EXPECTED = /^\/results\/\.store\/(objects|records|codes|index)\//;
/** Where a disturbed one may leave more. */
const LEFTOVERS = /^\/results\/\.store\/(tmp|quarantine|checkpoints|locks)\//;

/** Digests of an undisturbed run. */
export async function runUndisturbed(): Promise<Record<string, string[]>> {
  const fileSystem = new ModelFileSystem();
  return listDigests(await runModel({ fileSystem, writeText: write(fileSystem) }));
}

/** What stages write with. */
export function write(model: ModelFileSystem): (path: string, text: string) => void {
  return (path, text) => model.writeText(path, text);
}

/**
 * Checks what a disturbed run has left: every record is whole with its artifacts (P1), and another run ends as an
 * undisturbed one does, with nothing left where it does not belong (P2).
 *
 * @param model What was left.
 * @param expected Digests of an undisturbed run.
 * @returns How many records were there.
 */
export async function checkModel(
  model: ModelFileSystem,
  expected: Readonly<Record<string, string[]>>,
): Promise<number> {
  const records = await checkRecords(model);
  const results = await runModel({ fileSystem: model, writeText: write(model) });
  assertEquals(results.map(({ status, reason }) => [status, reason]).filter(isBad), []);
  assertEquals(listDigests(results), expected);
  const strange = model.listFiles().filter((path) => !EXPECTED.test(path) && !LEFTOVERS.test(path));
  assertEquals(strange, []);
  return records;
}

async function checkRecords(fileSystem: FileSystem & ModelFileSystem): Promise<number> {
  const store = await DiskStore.open(MODEL_RESULTS, { fileSystem });
  let count = 0;
  for (const path of fileSystem.listFiles()) {
    const key = RECORD.exec(path)?.[1];
    if (key === undefined) continue;
    const record = await store.readRecord(key);
    assertEquals(store.takeNotes(), [], "no record is torn");
    count++;
    for (const artifact of Object.values(record!.outputs)) await store.verify(artifact, key);
  }
  return count;
}

function isBad([status]: readonly string[]): boolean {
  return status !== "done" && status !== "cached";
}
