import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { digestData } from "../../../pipeline/digest.ts";
import { EnvironmentError } from "../../../pipeline/environment_error.ts";
import { DENO_FILE_SYSTEM } from "../../../pipeline/store/deno_file_system.ts";
import { DiskStore } from "../../../pipeline/store/disk_store.ts";
import type { FileSystem } from "../../../pipeline/store/file_system.ts";
import { makeRecord } from "../fixtures/make_record.ts";
import { makeSystemError } from "../model/faulty_file_system.ts";
import { listDigests, MODEL_STAGES, runModel } from "../model/model_run.ts";

const KEY = "ab".repeat(32);
const STALE_MS = 400;

/** A folder of another machine: what was made a moment ago is there, and is not seen yet. */
function makeStaleFileSystem(): FileSystem {
  const isHidden = (path: string) => {
    const entry = DENO_FILE_SYSTEM.find(path);
    return /records\/|objects\//.test(path) && entry !== null && entry.isFile &&
      Date.now() - entry.modifiedAt < STALE_MS;
  };
  return {
    ...DENO_FILE_SYSTEM,
    find: (path) => isHidden(path) ? null : DENO_FILE_SYSTEM.find(path),
    readText: (path) => isHidden(path) ? null : DENO_FILE_SYSTEM.readText(path),
  };
}

async function commit(store: DiskStore, text: string) {
  const attempt = await store.openAttempt(KEY);
  const path = join(attempt.folder, "number.txt");
  await Deno.writeTextFile(path, text);
  const number = { digest: digestData(text), sizeBytes: text.length, file: "number.txt" };
  const commit = await store.commit(makeRecord({ key: KEY, outputs: { number } }), {
    number: path,
  });
  await attempt.close();
  return commit;
}

Deno.test("DiskStore.commit() waits until it sees the record that another machine was first with", async () => {
  const results = await Deno.makeTempDir();
  const first = await commit(await DiskStore.open(results), "first");
  const fileSystem = makeStaleFileSystem();
  const patient = await commit(await DiskStore.open(results, { fileSystem }), "second");
  assertEquals(patient.record.outputs, first.record.outputs);
  assertEquals(patient.differing, ["number"]);
  await Deno.remove(results, { recursive: true });
});

Deno.test("without that wait, the first record is lost", async () => {
  const results = await Deno.makeTempDir();
  const first = await commit(await DiskStore.open(results), "first");
  const setting = { fileSystem: makeStaleFileSystem(), patienceMs: 0 };
  const hasty = await commit(await DiskStore.open(results, setting), "second");
  assert(hasty.record.outputs.number.digest !== first.record.outputs.number.digest);
  await Deno.remove(results, { recursive: true });
});

Deno.test("DiskStore.commit() creates a record once where files have no second names", async () => {
  const results = await Deno.makeTempDir();
  const fileSystem: FileSystem = {
    ...DENO_FILE_SYSTEM,
    link: () => Promise.reject(makeSystemError("EPERM")),
  };
  const store = await DiskStore.open(results, { fileSystem });
  const first = await commit(store, "first");
  const second = await commit(store, "second");
  assertEquals([second.record, second.differing], [first.record, ["number"]]);
  await Deno.remove(results, { recursive: true });
});

Deno.test("DiskStore.commit() believes the link count when a file server refuses a link that it has made", async () => {
  const results = await Deno.makeTempDir();
  const fileSystem: FileSystem = {
    ...DENO_FILE_SYSTEM,
    link: async (path, target) => {
      await DENO_FILE_SYSTEM.link(path, target);
      throw makeSystemError("EEXIST");
    },
  };
  const { record, differing } = await commit(
    await DiskStore.open(results, { fileSystem }),
    "first",
  );
  assertEquals([record.outputs.number.digest, differing], [digestData("first"), []]);
  await Deno.remove(results, { recursive: true });
});

Deno.test("a store that cannot be written serves what is in it, and refuses more with a reason", async () => {
  const results = await Deno.makeTempDir();
  const whole = { fileSystem: DENO_FILE_SYSTEM, writeText: Deno.writeTextFileSync, results };
  const digests = listDigests(await runModel(whole));
  const refuse = () => Promise.reject(makeSystemError("EROFS"));
  const fileSystem: FileSystem = {
    ...DENO_FILE_SYSTEM,
    open: (path, mode) => mode === "read" ? DENO_FILE_SYSTEM.open(path, mode) : refuse(),
    makeFolder: refuse,
    protect: refuse,
    link: refuse,
    rename: refuse,
    remove: refuse,
    tryLock: refuse,
  };
  const again = await runModel({ ...whole, fileSystem });
  assertEquals(again.map(({ status }) => status), MODEL_STAGES.map(() => "cached"));
  assertEquals(listDigests(again), digests);
  const store = await DiskStore.open(results, { fileSystem });
  for (const { record } of again) {
    for (const artifact of Object.values(record!.outputs)) {
      await store.verify(artifact, record!.key);
    }
  }
  const more = [...MODEL_STAGES, { id: "e", kind: "add", params: { own: 5 }, inputs: {} }];
  await assertRejects(
    () => runModel({ ...whole, fileSystem, stages: more }),
    EnvironmentError,
    "the file system is read-only",
  );
  await Deno.remove(results, { recursive: true });
});
