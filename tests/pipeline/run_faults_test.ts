import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { hostname } from "node:os";
import { join } from "node:path";
import { checkDiskSpace, EnvironmentError } from "../../pipeline/mod.ts";
import { DENO_FILE_SYSTEM } from "../../pipeline/store/deno_file_system.ts";
import { DurableFiles } from "../../pipeline/store/durable_files.ts";
import { digestData } from "../../pipeline/digest.ts";
import { DiskStore } from "../../pipeline/store/disk_store.ts";

Deno.test("DurableFiles.adopt() replaces an object whose bytes are damaged, and keeps one that is whole", async () => {
  const folder = await Deno.makeTempDir();
  const files = new DurableFiles(DENO_FILE_SYSTEM, folder);
  const digest = digestData("right");
  const target = join(folder, "ri", digest);
  for (const there of ["wrong", "right"]) {
    await Deno.mkdir(join(folder, "ri"), { recursive: true });
    await Deno.remove(target).catch(() => {});
    await Deno.writeTextFile(target, there);
    const fresh = join(folder, "fresh");
    await Deno.writeTextFile(fresh, "right");
    await files.adopt(fresh, target);
    assertEquals(await Deno.readTextFile(target), "right");
    assertEquals(await Deno.stat(fresh).catch(() => null), null);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("DiskStore.openAttempt() sweeps the folders of attempts whose runner is gone, and leaves the others", async () => {
  const results = await Deno.makeTempDir();
  const store = await DiskStore.open(results);
  const { folder } = await store.openAttempt("a".repeat(64));
  const ended = new Deno.Command("true").spawn();
  await ended.status;
  const left = join(results, ".store/tmp", `${hostname()}-${ended.pid}-${"a".repeat(64)}-left`);
  await Deno.mkdir(left);
  const isLeft = () => Deno.stat(left).then(() => true, () => false);
  const held = await store.tryHold("a".repeat(64));
  await (await DiskStore.open(results)).openAttempt("b".repeat(64));
  assertEquals(await isLeft(), true, "a process id may mean another one to a container");
  await (await DiskStore.open(results)).openAttempt("a".repeat(64));
  assertEquals(await isLeft(), false, "who holds the key knows better");
  await Deno.mkdir(left);
  held!.release();
  await (await DiskStore.open(results)).openAttempt("b".repeat(64));
  assertEquals(await isLeft(), false);
  assertEquals((await Deno.stat(folder)).isDirectory, true);

  const key = "c".repeat(64);
  const elsewhere = join(results, ".store/tmp", `another-${ended.pid}-${key}-left`);
  const sweep = async () => {
    await (await (await DiskStore.open(results)).openAttempt("b".repeat(64))).close();
    return await Deno.stat(elsewhere).then(() => "there", () => "gone");
  };
  await Deno.mkdir(elsewhere);
  assertEquals(await sweep(), "there", "nobody knows of another machine's process");
  await Deno.utime(elsewhere, 0, 0);
  const hold = await store.tryHold(key);
  assertEquals(await sweep(), "there", "a run that holds the key may last for weeks");
  hold!.release();
  assertEquals(await sweep(), "gone");
  await Deno.remove(results, { recursive: true });
});

Deno.test("checkDiskSpace() says how much is free and how much is wanted", async () => {
  const folder = await Deno.makeTempDir();
  const kind = (diskMb: number | (() => number)) => ({
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
  await checkDiskSpace(stages, { kinds: kind(() => 1), folder });
  const error = await assertRejects(
    () => checkDiskSpace(stages, { kinds: kind(1e12), folder }),
    EnvironmentError,
  );
  assertStringIncludes(error.message, "1000000000000 MB");
  await Deno.remove(folder);
});
