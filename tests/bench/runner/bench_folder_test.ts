import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { BenchFolder } from "../../../bench/runner/bench_folder.ts";
import { DiskStore } from "../../../pipeline/mod.ts";

Deno.test("BenchFolder.run() fills a store that a real run finds whole, and runs what is missing", async () => {
  await using bench = await BenchFolder.open();
  const [filled, cold] = ["filled", "cold"].map((name) => join(bench.folder, name));
  assertEquals((await bench.run("plan", cold, 5)).counts, { missing: 5 });
  assertEquals((await bench.run("fill", filled, 5)).counts, { done: 5 });
  assertEquals((await bench.run("run", filled, 5)).counts, { cached: 5 });
  const { counts, elapsedMs, peakRssBytes } = await bench.run("run", cold, 5);
  assertEquals(counts, { done: 5 });
  assert(elapsedMs > 0 && peakRssBytes > 2 ** 20);

  const [left, right] = await Promise.all([filled, cold].map(readRecords));
  assertEquals(left.join?.text.digest.length, 64);
  assertEquals(left, right);
});

/** The artifacts of every record, by stage id. */
async function readRecords(results: string) {
  const store = await DiskStore.open(results);
  const index = await store.readIndex("bench");
  const entries = Object.entries(index).map(async ([id, key]) =>
    [id, (await store.readRecord(key))!.outputs] as const
  );
  return Object.fromEntries(await Promise.all(entries));
}
