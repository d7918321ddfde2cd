import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { makeDiamond, runFixture } from "./run_fixture.ts";

const ALL_CACHED = ["first cached", "middle/a cached", "middle/b cached", "last cached"];

async function withFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await body(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("runGraph() runs every stage once, and takes all from the store the next time", () =>
  withFolder(async (folder) => {
    const { statuses, text } = await runFixture(folder, makeDiamond());
    assertEquals(statuses, ["first done", "middle/a done", "middle/b done", "last done"]);
    assertEquals(text, "last middle/a first.. middle/b first...");
    assertEquals((await runFixture(folder, makeDiamond())).statuses, ALL_CACHED);
  }));

Deno.test("runGraph() stops the wave where a rerun gives the same bytes", () =>
  withFolder(async (folder) => {
    await runFixture(folder, makeDiamond());
    // Another parameter, the same text: it is trimmed.
    const { statuses } = await runFixture(folder, makeDiamond({ first: { text: "first  " } }));
    assertEquals(statuses, ["first done", "middle/a cached", "middle/b cached", "last cached"]);
  }));

Deno.test("runGraph() finds an earlier result again: A, B, A", () =>
  withFolder(async (folder) => {
    await runFixture(folder, makeDiamond());
    await runFixture(folder, makeDiamond({ first: { text: "other" } }));
    assertEquals((await runFixture(folder, makeDiamond())).statuses, ALL_CACHED);
  }));

for (
  const [behaviour, says] of [
    ["throw", "own mistake"],
    ["exit", "code 7"],
    ["forget", `did not write its artifact "text"`],
  ]
) {
  Deno.test(`runGraph() takes ${behaviour} for a failure, and blocks what depends on it`, () =>
    withFolder(async (folder) => {
      const nodes = makeDiamond({ "middle/a": { text: "", behaviour } });
      const { results, statuses } = await runFixture(folder, nodes, { keepGoing: true });
      assertEquals(statuses, ["first done", "middle/a failed", "middle/b done", "last blocked"]);
      assertStringIncludes(results[1].reason, says);
      assertEquals(results[3].reason, "blocked by middle/a");
      const failures = await Array.fromAsync(Deno.readDir(join(folder, ".store/failures")));
      assertEquals(failures.length, 1);
      // Mended, only the rest runs.
      const mended = await runFixture(folder, makeDiamond());
      assertEquals(mended.statuses, [
        "first cached",
        "middle/a done",
        "middle/b cached",
        "last done",
      ]);
    }));
}

Deno.test("runGraph() starts nothing after a failure, unless it is to keep going", () =>
  withFolder(async (folder) => {
    const nodes = makeDiamond({ "middle/a": { text: "", behaviour: "throw" } });
    const { statuses } = await runFixture(folder, nodes, { jobs: 1 });
    assertEquals(statuses, ["first done", "middle/a failed", "middle/b skipped", "last blocked"]);
  }));

Deno.test("runGraph() runs no two stages at once with one job", () =>
  withFolder(async (folder) => {
    const { events } = await runFixture(folder, makeDiamond(), { jobs: 1 });
    const order = events.map(({ type }) => type).filter((type) => /started|finished/.test(type));
    assertEquals(order, Array(4).fill(["stage-started", "stage-finished"]).flat());
  }));

Deno.test("runGraph() computes a damaged artifact again, and keeps the damaged bytes aside", () =>
  withFolder(async (folder) => {
    const { results, store, text } = await runFixture(folder, makeDiamond());
    const { digest } = results[0].record!.outputs.text;
    const path = store.locate(digest);
    await Deno.chmod(path, 0o644);
    // The same size, as a flipped bit leaves it.
    await Deno.writeTextFile(path, "girst.");
    const next = await runFixture(folder, makeDiamond({ "middle/a": { text: "new" } }));
    assertEquals(next.statuses, ["first done", "middle/a done", "middle/b cached", "last done"]);
    assertEquals(next.text, text!.replace("middle/a", "new"));
    assertEquals(await Deno.readTextFile(join(folder, ".store/quarantine", digest)), "girst.");
    assert(next.events.some((event) => event.type === "log" && event.message.includes(digest)));
  }));

Deno.test("runGraph() stops stages when it is told to, and keeps their checkpoints", () =>
  withFolder(async (folder) => {
    const controller = new AbortController();
    const nodes = makeDiamond({ first: { text: "slow", behaviour: "wait" } });
    const running = runFixture(folder, nodes, { signal: controller.signal });
    const checkpoints = join(folder, ".store/checkpoints");
    while (await countFiles(checkpoints) === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    controller.abort();
    const { results } = await running;
    assertEquals(results.map(({ status }) => status), ["skipped", "blocked", "blocked", "blocked"]);
    assertEquals(await countFiles(checkpoints), 1);
    assertEquals(await Array.fromAsync(Deno.readDir(join(folder, ".store/tmp"))), []);
  }));

Deno.test("runGraph() ignores what a stage prints", () =>
  withFolder(async (folder) => {
    const { statuses } = await runFixture(
      folder,
      makeDiamond({ first: { text: "first", behaviour: "chatter" } }),
    );
    assertEquals(statuses[0], "first done");
  }));

for (
  const [behaviour, target] of [
    ["read", "/etc/hostname"],
    ["write", join(Deno.cwd(), "written_by_a_stage")],
    ["net", "http://127.0.0.1:40123"],
  ]
) {
  Deno.test(`a stage that was not given the permission cannot ${behaviour}`, () =>
    withFolder(async (folder) => {
      const { results } = await runFixture(
        folder,
        makeDiamond({ first: { text: "", behaviour, target } }),
      );
      assertEquals(results[0].status, "failed");
      assertStringIncludes(results[0].reason, `Requires ${behaviour} access`);
    }));
}

Deno.test("two runners on one store end with one record a key and the same text", () =>
  withFolder(async (folder) => {
    // The bundler is one for the process: fingerprints are made before, so that the runners meet in the store.
    await runFixture(folder, makeDiamond().slice(0, 1));
    const [first, second] = await Promise.all([
      runFixture(folder, makeDiamond()),
      runFixture(folder, makeDiamond()),
    ]);
    assertEquals(first.text, second.text);
    assertEquals(
      first.results.map(({ record }) => record),
      second.results.map(({ record }) => record),
    );
    assertEquals((await Array.fromAsync(Deno.readDir(join(folder, ".store/records")))).length, 4);
  }));

async function countFiles(folder: string): Promise<number> {
  let count = 0;
  try {
    for await (const entry of Deno.readDir(folder)) {
      count += (await Array.fromAsync(Deno.readDir(join(folder, entry.name)))).length;
    }
  } catch {
    return 0;
  }
  return count;
}
