import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { openSealedJson, sealJson } from "../../../pipeline/store/sealed_json.ts";
import { quarantineDamage, verifyStore } from "../../../pipeline/verify/mod.ts";
import { makeStage, Workbench } from "../fixtures/workbench.ts";
import { CHANGES, listFiles, replaceBytes } from "./damage_store.ts";

const STAGES = [
  makeStage("a", "write-number", { params: { number: 41 } }),
  makeStage("b", "add-one", { number: "a" }),
  makeStage("c", "fail"),
];

/** A store that a real run has filled: two records, a failure, an index. */
async function fill(): Promise<Workbench> {
  const bench = await Workbench.open();
  await bench.run(STAGES, { keepGoing: true });
  return bench;
}

const check = async (bench: Workbench) => (await verifyStore(bench.results)).damage;

/** Paths of the store's files but those of runners at work, and logs: they are for people, and no result depends on them. */
async function listStored(bench: Workbench): Promise<string[]> {
  return (await listFiles(bench.path())).filter((path) => !/^(tmp|locks|logs)\//.test(path));
}

Deno.test("verifyStore() finds nothing in a store that is whole", async () => {
  await using bench = await fill();
  const { damage, notes, counts, bytesRead } = await verifyStore(bench.results);
  assertEquals([damage, notes], [[], []]);
  assertEquals(counts, { records: 2, codes: 1, objects: 2, objectsRead: 2 });
  assert(bytesRead > 1000);
});

Deno.test("verifyStore() finds every change to every file of a store, and names the file", async (test) => {
  await using bench = await fill();
  const paths = await listStored(bench);
  assertEquals(paths.length, 7);
  for (const path of paths) {
    const bytes = await Deno.readFile(bench.path(path));
    for (const [change, apply] of Object.entries(CHANGES)) {
      await test.step(`${change} of ${path.slice(0, 20)}`, async () => {
        await replaceBytes(bench.path(path), apply(bytes));
        assertEquals((await check(bench)).map((finding) => finding.path), [`.store/${path}`]);
      });
    }
    await replaceBytes(bench.path(path), bytes);
  }
  assertEquals(await check(bench), []);
});

Deno.test("verifyStore() notes records of another version, and takes none of this one's for such", async () => {
  await using bench = await fill();
  const [path] = (await listStored(bench)).filter((name) => name.startsWith("records/"));
  const key = "5".repeat(64);
  const old = JSON.stringify({ schema: 2, key, outputs: {} }, null, 1);
  await Deno.writeTextFile(bench.path("records", `${key}.json`), `${old}\n`);
  const { damage, notes } = await verifyStore(bench.results);
  assertEquals([damage, notes], [[], ["1 records of another version of Assay, not used"]]);

  const text = await Deno.readTextFile(bench.path(path));
  await Deno.writeTextFile(bench.path(path), text.replace('"schema": 3', '"schema": 2'));
  assertEquals((await check(bench)).map((finding) => finding.path), [`.store/${path}`]);
});

Deno.test("verifyStore() finds artifacts that have changed places", async () => {
  await using bench = await fill();
  const [first, second] = (await listFiles(bench.path("objects")))
    .map((path) => bench.path("objects", path));
  await Deno.rename(first, `${first}.new`);
  await Deno.rename(second, first);
  await Deno.rename(`${first}.new`, second);
  assertEquals((await check(bench)).map(({ problem }) => problem), [
    "wrong digest",
    "wrong digest",
  ]);
});

Deno.test("verifyStore() finds a record under another's name, and one whose contents make another key", async () => {
  await using bench = await fill();
  const [first, second] = await bench.list("records");
  const text = await Deno.readTextFile(bench.path("records", first));
  await replaceBytes(bench.path("records", second), new TextEncoder().encode(text));
  const misplaced = (await check(bench)).find(({ path }) => path.includes(second));
  assertEquals(misplaced?.problem, "misplaced record");

  const record = openSealedJson(text) as { params: object };
  const edited = sealJson({ ...record, params: { number: 42 } });
  await Deno.writeTextFile(bench.path("records", first), edited);
  const broken = (await check(bench)).find(({ path }) => path.includes(first))!;
  assertEquals(broken.problem, "broken record");
  assert(broken.detail.startsWith("its contents make the key "), broken.detail);
});

Deno.test("verifyStore() names what is missing and the records that need it", async () => {
  await using bench = await fill();
  const [record] = await bench.listRecords();
  const { digest } = record.outputs.number;
  await Deno.remove(bench.store.locate(digest));
  const [code] = await bench.list("codes");
  await Deno.remove(bench.path("codes", code));
  const found = await check(bench);
  assertEquals(found.map(({ problem }) => problem), ["missing", "missing"]);
  assertEquals(found[0].keys.length, 2);
  assertEquals(found[1].keys, [record.key]);
  assertEquals(found[1].detail, '"number.txt" of a is not there');
});

Deno.test("verifyStore() finds symbolic links, second names and strangers", async () => {
  await using bench = await fill();
  const [first, second] = (await listFiles(bench.path("objects")))
    .map((path) => bench.path("objects", path));
  const outside = join(bench.results, "outside");
  await Deno.copyFile(first, outside);
  await Deno.remove(first);
  await Deno.symlink(outside, first);
  await Deno.link(second, `${outside}.link`);
  await Deno.writeTextFile(bench.path("records", "notes.txt"), "mine");
  await Deno.mkdir(bench.path("objects", "zz"));
  await Deno.writeTextFile(bench.path("objects", "zz", "stray"), "");
  const problems = (await check(bench)).map(({ problem }) => problem);
  assertEquals(problems.sort(), [
    "hard link",
    "missing",
    "symbolic link",
    "unknown file",
    "unknown file",
  ]);
});

Deno.test("verifyStore() goes on past a folder in the place of an artifact", async () => {
  await using bench = await fill();
  const [first, second] = (await listFiles(bench.path("objects")))
    .map((path) => bench.path("objects", path));
  await Deno.remove(first);
  await Deno.mkdir(first);
  await Deno.writeTextFile(join(first, "inside"), "");
  await replaceBytes(second, new TextEncoder().encode("00"));
  const problems = (await check(bench)).map(({ problem }) => problem);
  assertEquals(problems.sort(), ["missing", "unknown file", "wrong digest"]);
});

Deno.test({
  name: "verifyStore() goes on past read errors",
  // To be refused, the reader must not be root; setpriv is of util-linux.
  ignore: Deno.build.os !== "linux" || Deno.uid() !== 0,
  async fn() {
    await using bench = await fill();
    const [first, second] = (await listFiles(bench.path("objects")))
      .map((path) => bench.path("objects", path));
    await Deno.chmod(first, 0);
    await replaceBytes(second, new TextEncoder().encode("00"));
    await Deno.chmod(bench.results, 0o755);
    const module = new URL("../../../pipeline/verify/verify_store.ts", import.meta.url).href;
    const script = join(bench.results, "check.ts");
    await Deno.writeTextFile(
      script,
      `import { verifyStore } from ${JSON.stringify(module)};
      const { damage } = await verifyStore(Deno.args[0]);
      console.log(JSON.stringify(damage.map(({ problem }) => problem)));`,
    );
    const bundle = join(bench.results, "check.js");
    const deno = Deno.execPath();
    await new Deno.Command(deno, { args: ["bundle", "-q", "-o", bundle, script] }).output();
    const { stdout, stderr } = await new Deno.Command("setpriv", {
      args: ["--reuid=65534", "--clear-groups", deno, "run", "-A", bundle, bench.results],
      clearEnv: true,
      env: { DENO_DIR: await Deno.makeTempDir({ dir: bench.results }), HOME: bench.results },
    }).output();
    const told = new TextDecoder().decode(stdout);
    assertEquals(told.trim(), '["unreadable","wrong digest"]', new TextDecoder().decode(stderr));
  },
});

Deno.test("verifyStore() reads the share of artifacts that was asked for, and all of the rest", async () => {
  await using bench = await Workbench.open();
  await bench.run(
    Array.from(
      { length: 10 },
      (_, number) => makeStage(`n/${number}`, "write-number", { params: { number } }),
    ),
  );
  const random = () => 0;
  const { counts } = await verifyStore(bench.results, { sample: 0.3, random });
  assertEquals([counts.objects, counts.objectsRead], [10, 3]);
  const path = bench.path("objects", (await listFiles(bench.path("objects")))[9]);
  const size = (await Deno.stat(path)).size;
  await replaceBytes(path, new Uint8Array(size));
  const find = async (sample: number) =>
    (await verifyStore(bench.results, { sample, random })).damage.length;
  assertEquals([await find(0), await find(0.3), await find(1)], [0, 0, 1]);
  await replaceBytes(path, new Uint8Array(size + 1));
  assertEquals(await find(0), 1, "sizes are always compared");
});

Deno.test("verifyStore() refuses a folder that holds no store", async () => {
  await assertRejects(() => verifyStore("/nonexistent"), Deno.errors.NotFound);
});

Deno.test("quarantineDamage() takes damage out of use, and the next run computes the same again", async () => {
  await using bench = await fill();
  const list = async (of: Workbench) =>
    (await of.listRecords()).map(({ id, key, outputs }) => ({ id, key, outputs }));
  const before = await list(bench);
  const paths = await listStored(bench);
  for (const path of paths) {
    const bytes = await Deno.readFile(bench.path(path));
    await replaceBytes(bench.path(path), CHANGES["middle byte"](bytes));
  }
  const found = await check(bench);
  assertEquals(found.length, paths.length);
  const lost = await quarantineDamage(bench.results, found);
  assertEquals(lost.size, 2);
  assertEquals(await check(bench), []);
  assertEquals((await bench.list("quarantine")).length, paths.length);

  const again = await Workbench.open(bench.results);
  const { statuses } = await again.run(STAGES, { keepGoing: true });
  assertEquals(statuses, { a: "done", b: "done", c: "failed" });
  assertEquals(await list(again), before);
  assertEquals(await check(bench), []);
});

Deno.test("quarantineDamage() gives an artifact with a second name a file of its own", async () => {
  await using bench = await fill();
  const [first] = await listFiles(bench.path("objects"));
  const path = bench.path("objects", first);
  await Deno.link(path, join(bench.results, "second"));
  await quarantineDamage(bench.results, await check(bench));
  assertEquals(await check(bench), []);
  assertEquals((await Deno.stat(path)).nlink, 1);
  assertEquals((await Deno.stat(path)).mode! & 0o777, 0o444);
});
