import { assert, assertEquals, assertGreater } from "@std/assert";
import { dirname, join } from "node:path";
import { ArchiveError, unpack } from "../../../pipeline/archive/mod.ts";
import { HOSTILE_ARCHIVES } from "./hostile.ts";
import { makePack } from "./make_pack.ts";
import { readMembers, writeTar } from "./raw_archive.ts";
import { tryHostileArchives, type Unpacker } from "./try_hostile_archives.ts";

const UNPACK: Unpacker = (path, results) => unpack(path, { results, volatile: () => [] });

/** Writes each member where its name says, as a library with default settings does. */
const GULLIBLE: Unpacker = async (path, results) => {
  for (const { name, bytes } of await readMembers(path)) {
    const place = join(results, name);
    await Deno.mkdir(dirname(place), { recursive: true });
    await Deno.writeFile(place, bytes);
  }
  throw new ArchiveError("stands where its manifest has");
};

Deno.test("P8: unpack() refuses hostile archives, says why, and writes nothing", async (test) => {
  assertGreater(HOSTILE_ARCHIVES.length, 80);
  assertEquals(new Set(HOSTILE_ARCHIVES.map(({ name }) => name)).size, HOSTILE_ARCHIVES.length);
  await tryHostileArchives(UNPACK, { each: ({ name }, check) => test.step(name, check) });
});

Deno.test("P8: the check sees what an unpacker writes that goes by names", async () => {
  const failed: string[] = [];
  await tryHostileArchives(GULLIBLE, {
    each: ({ name }, check) => check().catch(() => failed.push(name)),
  });
  assert(failed.includes("a member called ../evil"), failed.join());
});

Deno.test("unpack() of a refused archive leaves no results folder where there was none", async () => {
  const folder = await Deno.makeTempDir({ prefix: "assay-hostile-" });
  const path = join(folder, "archive.tar.gz");
  await Deno.writeTextFile(path, "no archive");
  await UNPACK(path, join(folder, "results")).catch(() => {});
  assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["archive.tar.gz"]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("unpack() takes the archive that hostile ones are made from, written by the same hand", async () => {
  const folder = await Deno.makeTempDir({ prefix: "assay-hostile-" });
  const path = await makePack(folder);
  await Deno.writeFile(path, await writeTar(await readMembers(path)));
  const options = { results: join(folder, "results"), volatile: () => [] };
  assertEquals((await unpack(path, options)).added, 2);
  await Deno.remove(folder, { recursive: true });
});
