import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { checkDiskSpace, EnvironmentError } from "../../pipeline/mod.ts";
import { adoptFile } from "../../pipeline/store/commit.ts";
import { digestData } from "../../pipeline/digest.ts";
import { DiskStore } from "../../pipeline/store/disk_store.ts";

Deno.test("adoptFile() replaces an object whose bytes are damaged, and keeps one that is whole", async () => {
  const folder = await Deno.makeTempDir();
  const digest = digestData("right");
  const target = join(folder, "ri", digest);
  for (const there of ["wrong", "right"]) {
    await Deno.mkdir(join(folder, "ri"), { recursive: true });
    await Deno.remove(target).catch(() => {});
    await Deno.writeTextFile(target, there);
    const fresh = join(folder, "fresh");
    await Deno.writeTextFile(fresh, "right");
    await adoptFile(fresh, target);
    assertEquals(await Deno.readTextFile(target), "right");
    assertEquals(await Deno.stat(fresh).catch(() => null), null);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("DiskStore.open() sweeps the folders of attempts whose runner is gone, and leaves the others", async () => {
  const results = await Deno.makeTempDir();
  const store = await DiskStore.open(results);
  const { folder } = await store.openAttempt("a".repeat(64));
  const ended = new Deno.Command("true").spawn();
  await ended.status;
  const left = join(results, ".store/tmp", `${ended.pid}-aaaaaaaaaaaa-left`);
  await Deno.mkdir(left);
  await DiskStore.open(results);
  assertEquals(await Deno.stat(left).catch(() => null), null);
  assertEquals((await Deno.stat(folder)).isDirectory, true);
  await Deno.remove(results, { recursive: true });
});

Deno.test("checkDiskSpace() says how much is free and how much is wanted", async () => {
  const folder = await Deno.makeTempDir();
  const kind = (diskMb: number) => ({
    write: {
      kind: "write",
      module: "",
      outputs: {},
      resources: { threads: 1, memoryMb: 1, diskMb },
      permissions: {},
    },
  });
  const stages = [{ id: "write", kind: "write", params: {}, inputs: {} }];
  await checkDiskSpace(stages, { kinds: kind(1), folder });
  const error = await assertRejects(
    () => checkDiskSpace(stages, { kinds: kind(1e12), folder }),
    EnvironmentError,
  );
  assertStringIncludes(error.message, "1000000000000 MB");
  await Deno.remove(folder);
});
