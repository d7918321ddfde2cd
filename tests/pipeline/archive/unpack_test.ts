import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { ArchiveError, gatherPack, packFiles, unpack } from "../../../pipeline/archive/mod.ts";
import { digestData, digestFile } from "../../../pipeline/digest.ts";
import { verifyStore } from "../../../pipeline/verify/mod.ts";
import { makeStage, Workbench } from "../fixtures/workbench.ts";
import { listFiles, replaceBytes } from "../verify/damage_store.ts";
import { makePack, STAGES } from "./make_pack.ts";

const VOLATILE = { volatile: () => [] };

async function withFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "assay-pack-" });
  await test(folder);
  await Deno.remove(folder, { recursive: true });
}

function describe(text: string) {
  const source = new TextEncoder().encode(text);
  return { source, digest: digestData(source), sizeBytes: source.length };
}

Deno.test("packFiles() gives the same bytes for the same files, in whichever order and whenever", () =>
  withFolder(async (folder) => {
    const members = [
      { name: "specs/a.ts", ...describe("export default 1;\n") },
      { name: "bench/report.html", ...describe("<p>41</p>".repeat(10_000)) },
    ];
    const path = join(folder, "out.tar.gz");
    const pack = async (list: typeof members) => {
      await packFiles(path, list, { experiment: "bench" });
      return (await digestFile(path)).digest;
    };
    const first = await pack(members);
    assertEquals(first, "cbd142ed7ca2c35d45061e336dc16971cc64bdc0134f4bf2aadc8c4abee66849");
    assertEquals(await pack(members.toReversed()), first);
  }));

Deno.test("unpack() brings a store where every stage is cached, and the view", () =>
  withFolder(async (folder) => {
    const path = await makePack(folder);
    const bench = await Workbench.open(join(folder, "results"));
    const { results } = bench;
    const { added, present, conflicts, view } = await unpack(path, { results, ...VOLATILE });
    assertEquals([added, present, conflicts, view], [2, 0, [], "bench"]);
    assertEquals((await verifyStore(results)).damage, []);
    assertEquals(await bench.list("tmp"), []);
    assertEquals(await listFiles(join(results, "bench")), [
      "provenance.json",
      "report.html",
      "runs/a/seed=1/history.csv",
    ]);
    const { statuses } = await bench.run(STAGES, { keepGoing: true });
    assertEquals(statuses, { a: "cached", b: "cached", c: "failed" });
    const again = await unpack(path, { results, ...VOLATILE });
    assertEquals([again.added, again.present, again.view], [0, 2, null]);
  }));

Deno.test("unpack() merges into a store with other results, and keeps what differs as evidence", () =>
  withFolder(async (folder) => {
    const random = [makeStage("r", "draw-random")];
    await using there = await Workbench.open();
    await there.run(random);
    await there.run([makeStage("other", "write-number", { params: { number: 1 } })]);
    await using here = await Workbench.open();
    await here.run(random);
    const path = await makePack(folder, { bench: here });
    const { results } = there;
    const merge = await unpack(path, { results, ...VOLATILE });
    assertEquals([merge.added, merge.present, merge.conflicts], [2, 1, ["r"]]);
    assertEquals((await there.list("conflicts")).length, 1);
    assertEquals((await verifyStore(results)).damage, []);
    const volatile = () => ["number"];
    assertEquals((await unpack(path, { results, volatile })).conflicts, []);
  }));

Deno.test("unpack() puts damaged artifacts and records right that the pack has", () =>
  withFolder(async (folder) => {
    await using bench = await Workbench.open();
    const path = await makePack(folder, { bench });
    for (const kind of ["objects", "records", "codes"]) {
      for (const file of await listFiles(bench.path(kind))) {
        await replaceBytes(bench.path(kind, file), new TextEncoder().encode("damaged"));
      }
    }
    assert((await verifyStore(bench.results)).damage.length > 4);
    await unpack(path, { results: bench.results, ...VOLATILE });
    assertEquals((await verifyStore(bench.results)).damage, []);
  }));

Deno.test("unpack() brings checkpoints that were packed, where there is none", () =>
  withFolder(async (folder) => {
    await using here = await Workbench.open();
    const { results: ended } = await here.run(STAGES, { keepGoing: true });
    const key = ended.c.key!;
    const checkpoint = here.path("checkpoints", key, "checkpoint");
    await Deno.mkdir(here.path("checkpoints", key), { recursive: true });
    await Deno.writeTextFile(checkpoint, "step 3");
    const path = join(folder, "out.tar.gz");
    const gather = { results: here.results, records: [], failures: [], view: [], made: {} };
    const members = await gatherPack({ ...gather, checkpoints: [key, "ab".repeat(32)] });
    await packFiles(path, members, { experiment: "bench" });
    await using there = await Workbench.open();
    await unpack(path, { results: there.results, ...VOLATILE });
    const received = there.path("checkpoints", key, "checkpoint");
    assertEquals(await Deno.readTextFile(received), "step 3");
    await Deno.writeTextFile(received, "step 4");
    await unpack(path, { results: there.results, ...VOLATILE });
    assertEquals(await Deno.readTextFile(received), "step 4", "what is there goes on");
  }));

Deno.test("unpack() leaves a view alone that shows something else", () =>
  withFolder(async (folder) => {
    const path = await makePack(folder);
    await using bench = await Workbench.open();
    await Deno.mkdir(join(bench.results, "bench"));
    await Deno.writeTextFile(join(bench.results, "bench/report.html"), "mine");
    const { view } = await unpack(path, { results: bench.results, ...VOLATILE });
    assertEquals(view, "bench.received-2");
    assertEquals(await Deno.readTextFile(join(bench.results, "bench/report.html")), "mine");
  }));

Deno.test("packFiles() refuses a damaged artifact and leaves no archive", () =>
  withFolder(async (folder) => {
    const path = join(folder, "out.tar.gz");
    const source = new TextEncoder().encode("40");
    const member = { name: "specs/a.ts", source, digest: digestData("41"), sizeBytes: 2 };
    await assertRejects(
      () => packFiles(path, [member], { experiment: "bench" }),
      ArchiveError,
      'Cannot pack "assay-bench/specs/a.ts": its 2 bytes have the SHA-256',
    );
    assertEquals(await listFiles(folder), []);
  }));
