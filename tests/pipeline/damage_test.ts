import { assertEquals, assertGreater } from "@std/assert";
import { DiskStore } from "../../pipeline/store/disk_store.ts";
import { runOnDamages, UNSYNCED_FILE_SYSTEM } from "../faults/run_on_damages.ts";

Deno.test("runGraph() uses nothing of a store whose bytes are not those that were stored", async () => {
  const { count, wrong } = await runOnDamages((results) => {
    return DiskStore.open(results, { fileSystem: UNSYNCED_FILE_SYSTEM });
  });
  assertEquals(wrong, []);
  assertGreater(count, 80);
});

Deno.test("the same test notices a store that does not verify what is read", async () => {
  const { wrong } = await runOnDamages(async (results) => {
    const store = await DiskStore.open(results, { fileSystem: UNSYNCED_FILE_SYSTEM });
    return new Proxy(store, {
      get: (target, name) => {
        if (name === "verify") return () => Promise.resolve();
        const member = target[name as keyof DiskStore];
        return typeof member === "function" ? (member as () => unknown).bind(target) : member;
      },
    });
  }, 4);
  assertGreater(wrong.length, 2);
});
