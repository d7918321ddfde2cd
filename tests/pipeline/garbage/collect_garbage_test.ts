import { assertEquals, assertGreater, assertRejects } from "@std/assert";
import { join } from "node:path";
import { EnvironmentError } from "../../../pipeline/mod.ts";
import { collectGarbage } from "../../../pipeline/garbage/mod.ts";
import { verifyStore } from "../../../pipeline/verify/mod.ts";
import { GRAPHS } from "../fixtures/graphs.ts";
import { makeStage, PROJECT_ROOT, Workbench } from "../fixtures/workbench.ts";

/** As if a year had passed: all is old, and nothing is about to be named. */
const NEXT_YEAR = Date.now() + 365 * 86_400_000;

/** Three numbers, of which `a` and `b` are a chain. */
const STAGES = [
  makeStage("a", "write-number", { params: { number: 41 } }),
  makeStage("b", "add-one", { number: "a" }),
  makeStage("c", "write-number", { params: { number: 7 } }),
];

async function fill(): Promise<{ bench: Workbench; keys: Record<string, string> }> {
  const bench = await Workbench.open();
  const { results } = await bench.run(STAGES);
  return {
    bench,
    keys: Object.fromEntries(Object.values(results).map(({ id, key }) => [id, key!])),
  };
}

const listIds = async (bench: Workbench) => (await bench.listRecords()).map(({ id }) => id);

Deno.test("collectGarbage() keeps roots with what they name, and removes the rest", async () => {
  const { bench, keys } = await fill();
  await using _ = bench;
  const roots = new Set([keys.a, keys.b]);
  const { removed, removedBytes } = await collectGarbage(bench.results, { roots, now: NEXT_YEAR });
  assertEquals(removed.map(({ place }) => place), ["record", "object"]);
  assertGreater(removedBytes, 500);
  assertEquals(await listIds(bench), ["a", "b"]);
  assertEquals((await verifyStore(bench.results)).damage, []);
  assertEquals(await bench.list("tmp"), []);
  const { statuses } = await (await Workbench.open(bench.results)).run(STAGES);
  assertEquals(statuses, { a: "cached", b: "cached", c: "done" });
});

Deno.test("collectGarbage() keeps an artifact that another record names too", async () => {
  const { bench, keys } = await fill();
  await using _ = bench;
  // The same bytes as those of "b".
  await bench.run([makeStage("d", "write-number", { params: { number: 42 } })]);
  await collectGarbage(bench.results, { roots: new Set([keys.a, keys.b]), now: NEXT_YEAR });
  assertEquals(await listIds(bench), ["a", "b"]);
  assertEquals((await verifyStore(bench.results)).damage, []);
});

Deno.test("collectGarbage() of a dry run lists the same and removes nothing", async () => {
  const { bench } = await fill();
  await using _ = bench;
  const options = { roots: new Set<string>(), now: NEXT_YEAR };
  const wanted = await collectGarbage(bench.results, { ...options, dryRun: true });
  assertEquals(await listIds(bench), ["a", "b", "c"]);
  const done = await collectGarbage(bench.results, options);
  const paths = ({ removed }: typeof done) => removed.map(({ path }) => path);
  assertEquals(paths(done), paths(wanted));
  assertEquals(await bench.list("records"), []);
  assertEquals(done.keptBytes, wanted.keptBytes);
});

Deno.test("collectGarbage() keeps records for the days that were asked for, and what is young", async () => {
  const { bench } = await fill();
  await using _ = bench;
  const [roots, day] = [new Set<string>(), 86_400_000];
  const collect = async (now: number, keepDays?: number) => {
    const options = keepDays === undefined ? { roots, now } : { roots, now, keepDays };
    return (await collectGarbage(bench.results, { ...options, dryRun: true })).removed.length;
  };
  assertEquals(await collect(Date.now() + 6 * day), 0);
  assertGreater(await collect(Date.now() + 8 * day), 0);
  assertEquals(await collect(Date.now() + 8 * day, 30), 0);
  assertEquals(await collect(Date.now(), 0), 0, "an hour of grace");
});

Deno.test("collectGarbage() keeps what a damaged record names", async () => {
  const { bench } = await fill();
  await using _ = bench;
  const [name] = await bench.list("records");
  const path = bench.path("records", name);
  const text = await Deno.readTextFile(path);
  await Deno.writeTextFile(path, text.replace('"schema": 3', '"schema": 4'));
  await collectGarbage(bench.results, { roots: new Set(), now: NEXT_YEAR });
  assertEquals(await bench.list("records"), [name]);
  const named = text.match(/(?<="digest": ")[0-9a-f]{64}/g)!;
  for (const digest of named) await Deno.stat(bench.store.locate(digest));
});

Deno.test("collectGarbage() removes nothing where a record cannot be read", async () => {
  const { bench, keys } = await fill();
  await using _ = bench;
  const records = await bench.listRecords();
  const roots = new Set(Object.values(keys));
  const assertRefused = async (path: string, reason: string) => {
    await assertRejects(
      () => collectGarbage(bench.results, { roots, now: NEXT_YEAR }),
      EnvironmentError,
      `Cannot tell what is needed: "${path}" cannot be read, and nothing is removed. ` +
        `"deno task verify" lists all damage. ${reason}`,
    );
    for (const { outputs } of records) await Deno.stat(bench.store.locate(outputs.number.digest));
  };
  // A mode of 000 would not keep root from reading it.
  const record = bench.path("records", `${keys.a}.json`);
  await Deno.remove(record);
  await Deno.symlink(bench.path("objects"), record);
  await assertRefused(record, "Is a directory");
  await Deno.remove(record);
  await Deno.symlink(bench.path("unplugged", "a.json"), record);
  await assertRefused(record, "No such file");
  await Deno.rename(bench.path("records"), bench.path("elsewhere"));
  await Deno.symlink(bench.path("elsewhere"), bench.path("records"));
  await assertRefused(bench.path("records"), "it is a symbolic link");
});

Deno.test("collectGarbage() refuses a store that it cannot list", async () => {
  const results = await Deno.makeTempDir();
  const store = join(results, ".store");
  await Deno.writeTextFile(store, "");
  await assertRejects(
    () => collectGarbage(results, { roots: new Set() }),
    EnvironmentError,
    `Cannot tell what is needed: "${store}" cannot be read`,
  );
  await Deno.remove(results, { recursive: true });
});

Deno.test("collectGarbage() removes old failures, evidence and drafts, and no live runner's folder", async () => {
  const { bench, keys } = await fill();
  await using _ = bench;
  await bench.run([makeStage("e", "fail")]);
  const attempt = await bench.store.openAttempt(keys.a);
  await Deno.mkdir(bench.path("quarantine"), { recursive: true });
  await Deno.writeTextFile(bench.path("quarantine", "old"), "evidence");
  await Deno.writeTextFile(bench.path("records", `x.json.${crypto.randomUUID()}`), "{");
  const roots = new Set(Object.values(keys));
  const { removed } = await collectGarbage(bench.results, { roots, now: NEXT_YEAR });
  assertEquals(removed.map(({ place }) => place), ["failure", "log", "quarantined", "draft"]);
  await Deno.stat(attempt.folder);
  await attempt.close();
});

Deno.test("collectGarbage() beside a runner takes nothing that it names", async () => {
  await using bench = await Workbench.open();
  const runner = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      join(PROJECT_ROOT, "tests/pipeline/fixtures/run_graph.ts"),
      bench.results,
      "counting",
    ],
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let isRunning = true;
  const ended = runner.output().finally(() => isRunning = false);
  let collections = 0;
  // Far less grace than an hour, and of the wanted age at once: every record is garbage as soon as it is old enough.
  for (; isRunning; collections++) {
    await collectGarbage(bench.results, { roots: new Set(), keepDays: 0, graceMs: 2000 });
    const { damage } = await verifyStore(bench.results);
    assertEquals(damage.filter(({ problem }) => problem === "missing"), []);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { success, stderr } = await ended;
  assertEquals(success, true, new TextDecoder().decode(stderr));
  assertGreater(collections, 10);
  const { statuses } = await (await Workbench.open(bench.results)).run(GRAPHS.counting);
  assertEquals(Object.values(statuses).includes("failed"), false);
});
