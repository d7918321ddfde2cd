import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { DENO_FILE_SYSTEM } from "../../pipeline/store/deno_file_system.ts";
import { DiskStore } from "../../pipeline/store/disk_store.ts";
import { listDigests, runModel } from "../pipeline/model/model_run.ts";

/** Folders that a run leaves files in, however often it was killed before. */
const EXPECTED = ["codes", "index", "objects", "records"];
/** What a killed run may leave beside them, until it is swept. */
const LEFTOVERS = ["checkpoints", "locks", "quarantine", "tmp"];

/**
 * Runs four small stages in a process that ends itself with SIGKILL at its n-th change to the disk, for n = 1, 1 + `every`, …
 * until a run is through. After each, another run ends with the digests of an undisturbed one.
 *
 * @param every Of how many changes one is tried.
 * @returns How many runs were killed.
 */
export async function killAtSteps(every: number): Promise<number> {
  const results = await Deno.makeTempDir({ prefix: "kill-at-" });
  try {
    const expected = await run(join(results, "undisturbed"));
    for (let step = 1, kills = 0;; step += every, kills++) {
      const folder = join(results, String(step));
      const { signal, code } = await runKilled(folder, step);
      if (signal === null) {
        assertEquals(code, 0, "a run that meets no kill ends well");
        return kills;
      }
      assertEquals(signal, "SIGKILL");
      await checkRecords(folder);
      assertEquals(await run(folder), expected, `after a kill at change ${step}`);
      const left = [...Deno.readDirSync(join(folder, ".store"))].map(({ name }) => name);
      assertEquals(left.filter((name) => ![...EXPECTED, ...LEFTOVERS].includes(name)), []);
      await Deno.remove(folder, { recursive: true });
    }
  } finally {
    await Deno.remove(results, { recursive: true });
  }
}

async function runKilled(folder: string, step: number): Promise<Deno.CommandOutput> {
  return await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--quiet",
      "--no-check",
      join(import.meta.dirname!, "kill_at_step.ts"),
      folder,
      String(step),
    ],
  }).output();
}

async function run(results: string): Promise<Record<string, string[]>> {
  const fileSystem = DENO_FILE_SYSTEM;
  return listDigests(await runModel({ fileSystem, writeText: Deno.writeTextFileSync, results }));
}

/** Whatever record is there is whole, with its artifacts. */
async function checkRecords(results: string): Promise<void> {
  const store = await DiskStore.open(results);
  for (const name of await DENO_FILE_SYSTEM.list(join(results, ".store", "records"))) {
    const key = name.slice(0, -".json".length);
    const record = await store.readRecord(key);
    assertEquals([store.takeNotes(), record?.key], [[], key]);
    for (const artifact of Object.values(record!.outputs)) await store.verify(artifact, key);
  }
}
