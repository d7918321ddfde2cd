import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { join } from "node:path";
import { digestData } from "../../../pipeline/digest.ts";
import { EnvironmentError } from "../../../pipeline/environment_error.ts";
import { parseRecord } from "../../../pipeline/store/parse_record.ts";
import { openSealedJson } from "../../../pipeline/store/sealed_json.ts";
import type { StageRecord } from "../../../pipeline/store/record.ts";
import { DiskStore } from "../../../pipeline/store/disk_store.ts";
import { DamageError } from "../../../pipeline/store/store.ts";
import { makeRecord } from "../fixtures/make_record.ts";
import { overwrite, Workbench } from "../fixtures/workbench.ts";

const KEY = "ab".repeat(32);

/** Commits a text as the one artifact of a key. */
async function commit(
  bench: Workbench,
  text: string,
  parts: Partial<StageRecord> = {},
  volatile: readonly string[] = [],
) {
  const attempt = await bench.store.openAttempt(parts.key ?? KEY);
  const path = join(attempt.folder, "number.txt");
  await Deno.writeTextFile(path, text);
  const artifact = { digest: digestData(text), sizeBytes: text.length, file: "number.txt" };
  const record = makeRecord({ key: KEY, outputs: { number: artifact }, ...parts });
  const { record: standing, differing } = await bench.store.commit(record, { number: path }, {
    volatile,
  });
  await attempt.close();
  return { standing, differing, artifact, attempt };
}

Deno.test("DiskStore.open() refuses a results folder whose path leads through a file", async () => {
  const file = await Deno.makeTempFile();
  await assertRejects(
    () => Workbench.open(join(file, "results")),
    EnvironmentError,
    `Cannot use the results folder "${join(file, "results")}": a part of the path is not a folder`,
  );
  await Deno.remove(file);
});

Deno.test("DiskStore.commit() keeps bytes under their digest, read-only, and the record under its key", async () => {
  await using bench = await Workbench.open();
  const { standing, artifact, attempt } = await commit(bench, "41");
  const path = bench.store.locate(artifact.digest);
  assertStringIncludes(path, join("objects", artifact.digest.slice(0, 2), artifact.digest));
  assertEquals(await Deno.readTextFile(path), "41");
  assertEquals((await Deno.stat(path)).mode! & 0o777, 0o444);
  assertEquals(await bench.store.readRecord(KEY), standing);
  assertEquals(await bench.list("records"), [`${KEY}.json`]);
  assertEquals(await bench.list("tmp"), []);
  await assertRejects(() => Deno.stat(attempt.checkpointPath), Deno.errors.NotFound);
});

Deno.test("DiskStore.commit() lets the first writer win", async () => {
  await using bench = await Workbench.open();
  const first = await commit(bench, "first", { elapsedMs: 1 });
  const second = await commit(bench, "second", { elapsedMs: 2 });
  assertEquals(second.standing, first.standing);
  assertEquals(await bench.store.readRecord(KEY), first.standing);
});

Deno.test("DiskStore.commit() keeps a second result that differs as evidence, unless only what is volatile does", async () => {
  await using bench = await Workbench.open();
  const first = await commit(bench, "first");
  assertEquals((await commit(bench, "first")).differing, []);
  assertEquals(await bench.list("conflicts"), []);
  const second = await commit(bench, "second");
  assertEquals([second.standing, second.differing], [first.standing, ["number"]]);
  const [evidence] = await bench.list("conflicts");
  const text = await Deno.readTextFile(bench.path("conflicts", evidence));
  assertEquals(parseRecord(text, KEY)!.outputs.number, second.artifact);
  assertEquals(await Deno.readTextFile(bench.store.locate(second.artifact.digest)), "second");
  assertEquals((await commit(bench, "third", {}, ["number"])).differing, []);
});

Deno.test("DiskStore.readRecord() names a torn record, moves it away, and lets it be written again", async () => {
  await using bench = await Workbench.open();
  const { standing } = await commit(bench, "41");
  const path = bench.path("records", `${KEY}.json`);
  const text = await Deno.readTextFile(path);
  for (const damaged of ["", text.slice(0, 40), text.replace('"elapsedMs": 0', '"elapsedMs": 1')]) {
    await Deno.writeTextFile(path, damaged);
    assertEquals(await bench.store.readRecord(KEY), null);
    const [note] = bench.store.takeNotes();
    assertStringIncludes(note, `Cannot use "${path}": it is `);
    assertEquals(await bench.list("records"), []);
    assertEquals((await commit(bench, "41")).standing, standing);
  }
  assertEquals((await bench.list("quarantine")).length, 3);
});

Deno.test("DiskStore.readRecord() takes no record of another key, and follows no link", async () => {
  await using bench = await Workbench.open();
  await commit(bench, "41");
  const other = "cd".repeat(32);
  await Deno.copyFile(bench.path("records", `${KEY}.json`), bench.path("records", `${other}.json`));
  assertEquals(await bench.store.readRecord(other), null);
  assertStringIncludes(bench.store.takeNotes()[0], `it is of the key ${KEY}`);
  await Deno.symlink(bench.path("records", `${KEY}.json`), bench.path("records", `${other}.json`));
  assertEquals(await bench.store.readRecord(other), null);
  assertStringIncludes(bench.store.takeNotes()[0], "it is a symbolic link");
});

Deno.test("DiskStore.verify() refuses a symbolic link, and makes a file with other names its own", async () => {
  await using bench = await Workbench.open();
  const { artifact } = await commit(bench, "41");
  const path = bench.store.locate(artifact.digest);
  const other = join(bench.results, "other");
  await Deno.link(path, other);
  await bench.store.verify(artifact, KEY);
  assertEquals([(await Deno.lstat(path)).nlink, (await Deno.lstat(other)).nlink], [1, 1]);
  assertEquals(await Deno.readTextFile(path), "41");

  await Deno.remove(path);
  await Deno.symlink(other, path);
  const error = await assertRejects(() => bench.store.verify(artifact, KEY), DamageError);
  assertStringIncludes(error.message, "it is a symbolic link");
  assertEquals(await Deno.readTextFile(other), "41");
});

Deno.test("DiskStore.tryHold() gives a key to one holder at a time, whichever process it is in", async () => {
  await using bench = await Workbench.open();
  const hold = await bench.store.tryHold(KEY);
  assertEquals(await (await DiskStore.open(bench.results)).tryHold(KEY), null);
  const other = await bench.store.tryHold("cd".repeat(32));
  hold!.release();
  const again = await bench.store.tryHold(KEY);
  assert(again !== null);
  again.release();
  other!.release();
  assertEquals(await bench.list("locks"), []);
});

Deno.test("DiskStore.commit() gives all of many writers at once the same record, and leaves no draft", async () => {
  await using bench = await Workbench.open();
  const writers = Array.from(
    { length: 12 },
    (_, writer) => commit(bench, `text ${writer}`, { elapsedMs: writer }),
  );
  const commits = await Promise.all(writers);
  const record = await bench.store.readRecord(KEY);
  for (const { standing } of commits) assertEquals(standing, record);
  assertEquals(await bench.list("records"), [`${KEY}.json`]);
  assertEquals(await bench.store.findMissing(record!), null);
});

Deno.test("DiskStore.commit() keeps equal bytes of two records once", async () => {
  await using bench = await Workbench.open();
  const { artifact } = await commit(bench, "41");
  const { ino } = await Deno.stat(bench.store.locate(artifact.digest));
  await commit(bench, "41", { key: "cd".repeat(32) });
  assertEquals(await bench.list(join("objects", artifact.digest.slice(0, 2))), [artifact.digest]);
  const other = (await Deno.stat(bench.store.locate(artifact.digest))).ino;
  assertNotEquals(other, ino, "a file of its own, so that a collection leaves it");
  assertEquals((await bench.list("records")).length, 2);
});

Deno.test("DiskStore.readRecord() gives null for a key that has none", async () => {
  await using bench = await Workbench.open();
  assertEquals(await bench.store.readRecord(KEY), null);
});

Deno.test("DiskStore.findMissing() names an artifact that is gone or of another size", async () => {
  await using bench = await Workbench.open();
  const { standing, artifact } = await commit(bench, "41");
  assertEquals(await bench.store.findMissing(standing), null);
  await overwrite(bench.store.locate(artifact.digest), "4");
  assertEquals(await bench.store.findMissing(standing), "number");
  await Deno.remove(bench.store.locate(artifact.digest));
  assertEquals(await bench.store.findMissing(standing), "number");
});

Deno.test("DiskStore.verify() passes whole bytes, and moves damaged ones away with their record", async () => {
  await using bench = await Workbench.open();
  const { artifact } = await commit(bench, "41");
  await bench.store.verify(artifact, KEY);

  await overwrite(bench.store.locate(artifact.digest), "40");
  const error = await assertRejects(() => bench.store.verify(artifact, KEY), DamageError);
  assertEquals(error.key, KEY);
  assertEquals(
    error.message,
    `Cannot use the artifact "number.txt" (${artifact.digest}): ` +
      `its SHA-256 is ${digestData("40")}. It is computed again`,
  );
  assertEquals(await bench.store.readRecord(KEY), null);
  assertEquals(await Deno.readTextFile(bench.path("quarantine", artifact.digest)), "40");
  await assertRejects(() => Deno.stat(bench.store.locate(artifact.digest)), Deno.errors.NotFound);
});

Deno.test("DiskStore.verify() copies whole bytes in the same pass, and leaves no copy of damaged ones", async () => {
  await using bench = await Workbench.open();
  const { artifact } = await commit(bench, "41");
  const copyTo = join(bench.results, "copy");
  await bench.store.verify(artifact, KEY, { copyTo });
  assertEquals(await Deno.readTextFile(copyTo), "41");
  await assertRejects(
    () => bench.store.verify(artifact, KEY, { copyTo: join(bench.results, "no/folder") }),
    Deno.errors.NotFound,
  );
  assertEquals((await bench.list("records")).length, 1, "which says nothing about the artifact");

  await overwrite(bench.store.locate(artifact.digest), "40");
  await assertRejects(() => bench.store.verify(artifact, KEY, { copyTo }), DamageError);
  await assertRejects(() => Deno.stat(copyTo), Deno.errors.NotFound);
});

Deno.test("DiskStore.verify() tells an artifact that is gone", async () => {
  await using bench = await Workbench.open();
  const { artifact } = await commit(bench, "41");
  await Deno.remove(bench.store.locate(artifact.digest));
  await assertRejects(() => bench.store.verify(artifact, KEY), DamageError, "it is gone");
});

Deno.test("DiskStore.openAttempt() gives each attempt a folder, and one checkpoint to the key", async () => {
  await using bench = await Workbench.open();
  const first = await bench.store.openAttempt(KEY);
  const second = await bench.store.openAttempt(KEY);
  const other = await bench.store.openAttempt("cd".repeat(32));
  assert(first.folder !== second.folder);
  assertEquals(first.checkpointPath, second.checkpointPath);
  assert(first.checkpointPath !== other.checkpointPath);
  await Deno.writeTextFile(first.checkpointPath, "step 3");
  await Promise.all([first.close(), second.close(), other.close()]);
  assertEquals(await bench.list("tmp"), []);
  assertEquals(await Deno.readTextFile(second.checkpointPath), "step 3");
});

Deno.test("DiskStore.writeFailure() keeps the last failure of a key, and makes no record", async () => {
  await using bench = await Workbench.open();
  const failure = {
    schema: 2,
    key: KEY,
    id: "a",
    experiment: "bench",
    reason: "loss is NaN",
    log: "",
    startedAt: "2026-01-01T00:00:00.000Z",
    elapsedMs: 3,
  } as const;
  await bench.store.writeFailure(failure);
  await bench.store.writeFailure({ ...failure, reason: "killed" });
  const [name, ...others] = await bench.list("failures");
  assertEquals(others, []);
  const text = await Deno.readTextFile(bench.path("failures", name));
  assertEquals(openSealedJson(text), { ...failure, reason: "killed" });
  assertEquals(await bench.store.readRecord(KEY), null);
});

Deno.test("DiskStore.writeIndex() is read again, and a torn index counts as an empty one", async () => {
  await using bench = await Workbench.open();
  assertEquals(await bench.store.readIndex("bench"), {});
  await bench.store.writeIndex("bench", { a: KEY });
  await bench.store.writeIndex("other", {});
  assertEquals(await bench.store.readIndex("bench"), { a: KEY });
  assertMatch((await bench.list("index")).join(), /^bench\.json,other\.json$/);
  await Deno.writeTextFile(bench.path("index", "bench.json"), '{"a": "ab');
  assertEquals(await bench.store.readIndex("bench"), {});
});

Deno.test("DiskStore.commit() keeps the code of its records once, and reads it back with each", async () => {
  await using bench = await Workbench.open();
  const code = { sources: { "src/a.ts": "1" }, packages: ["a@1.0.0"] };
  const first = await commit(bench, "41", code);
  const second = await commit(bench, "42", { key: "cd".repeat(32), ...code });
  assertEquals((await bench.list("codes")).length, 1);
  for (const { standing } of [first, second]) {
    assertEquals({ sources: standing.sources, packages: standing.packages }, code);
    const read = await (await DiskStore.open(bench.results)).readRecord(standing.key);
    assertEquals(read, standing);
  }
  await commit(bench, "43", { key: "ef".repeat(32), ...code, sources: { "src/a.ts": "2" } });
  assertEquals((await bench.list("codes")).length, 2);
});

Deno.test("DiskStore.readRecord() takes a record whose code is damaged for none, and a commit mends both", async () => {
  await using bench = await Workbench.open();
  const { standing } = await commit(bench, "41", { packages: ["a@1.0.0"] });
  const [name] = await bench.list("codes");
  await Deno.writeTextFile(bench.path("codes", name), '{"sources": {}, "packages": ["b@1.0.0"]}');
  const store = await DiskStore.open(bench.results);
  assertEquals(await store.readRecord(KEY), null);

  const attempt = await store.openAttempt(KEY);
  const path = join(attempt.folder, "number.txt");
  await Deno.writeTextFile(path, "41");
  await store.commit(standing, { number: path });
  await attempt.close();
  assertEquals(await (await DiskStore.open(bench.results)).readRecord(KEY), standing);
});

Deno.test("DiskStore.readRecord() takes a record of another version for none", async () => {
  await using bench = await Workbench.open();
  const { standing } = await commit(bench, "41");
  const path = bench.path("records", `${KEY}.json`);
  await Deno.writeTextFile(path, JSON.stringify({ ...standing, schema: 1 }));
  assertEquals(await bench.store.readRecord(KEY), null);
});
