import { assert, assertEquals, assertMatch } from "@std/assert";
import { EnvironmentError } from "../../../pipeline/mod.ts";
import { findEngine } from "../../../src/commands/evaluate/find_engine.ts";
import { searchNeighbourhoods } from "../../../src/commands/evaluate/search_neighbourhoods.ts";
import type { Subject } from "../../../src/commands/evaluate/set_metric.ts";
import { ensureLibrary } from "../../../src/engine/library/ensure_library.ts";
import { compareNeighbourhoods } from "../../../src/metrics/neighbourhoods.ts";
import { withEnvironment } from "../../engine/library/with_environment.ts";
import { makePoints } from "../../metrics/make_points.ts";

const library = await ensureLibrary(() => {});
const fake = makePoints({ rows: 230, columns: 12, seed: 1, spread: 0.8 });
const real = makePoints({ rows: 310, columns: 12, seed: 2 });
const subject: Subject = { fake, real, neighbour: 3 };

/** Searches as if every search were long; tells what was found, asked and said. */
async function search(
  findEngine: () => Promise<Record<string, string> | undefined>,
  options: { sets?: Subject; leastProducts?: number } = { leastProducts: 0 },
) {
  const said: string[] = [];
  const { sets = subject, ...sizes } = options;
  const found = await searchNeighbourhoods(sets, {
    findEngine,
    onStart: () => said.push("starts"),
    report: (message) => said.push(message),
    ...sizes,
  });
  return { found, said };
}

Deno.test("searchNeighbourhoods() finds with libtensorflow what compareNeighbourhoods() finds", async () => {
  const asFloat32 = { ...real, data: Float32Array.from(real.data) };
  for (const sets of [subject, { fake: asFloat32, real: asFloat32, neighbour: 5 }]) {
    const find = () => findEngine("tensorflow", () => {});
    const { found, said } = await search(find, { sets, leastProducts: 0 });
    const { neighbour } = sets;
    assertEquals(found, compareNeighbourhoods(sets.fake, sets.real, { neighbour }));
    assertEquals(said, ["starts"]);
  }
});

Deno.test("searchNeighbourhoods() asks for no engine where the search is short", async () => {
  const never = () => Promise.reject(new Error("it was asked for"));
  assertEquals(await search(never, {}), { found: undefined, said: [] });
});

Deno.test("searchNeighbourhoods() takes no engine that is slower than the search's own kernel", async () => {
  const portable = () => Promise.resolve({ ASSAY_ENGINE: "portable" });
  for (const none of [portable, () => Promise.resolve(undefined)]) {
    assertEquals(await search(none), { found: undefined, said: [] });
  }
});

Deno.test("searchNeighbourhoods() leaves the search to the kernel where an engine fails, and says so", async () => {
  const broken = () =>
    Promise.resolve({
      ASSAY_ENGINE: "tensorflow",
      ASSAY_LIBTENSORFLOW: "/nowhere/libtensorflow_cc.so",
    });
  const refused = () => Promise.reject(new EnvironmentError("Cannot use it"));
  const failed = await search(broken);
  assertEquals([failed.found, failed.said[0]], [undefined, "starts"]);
  assertMatch(
    failed.said[1],
    /^Neighbours are searched without an engine, .* Cannot compare neighbourhoods: .*nowhere.*$/,
  );
  assertEquals(await search(refused), {
    found: undefined,
    said: ["Neighbours are searched without an engine, which takes longer. Cannot use it"],
  });
});

Deno.test("findEngine() finds what is there, and fetches nothing", async () => {
  const empty = await Deno.makeTempDir();
  const said: string[] = [];
  const find = (asked: "auto" | "portable" | "tensorflow") =>
    findEngine(asked, (line) => said.push(line));
  await withEnvironment({ ASSAY_LIBTENSORFLOW: library }, async () => {
    const found = await find("auto");
    assertEquals([found?.ASSAY_ENGINE, found?.ASSAY_LIBTENSORFLOW], ["tensorflow", library]);
    assertEquals(await find("portable"), undefined);
  });
  const bare = { ASSAY_LIBTENSORFLOW: undefined, ASSAY_CACHE: empty, PATH: empty };
  await withEnvironment(bare, async () => {
    assertEquals(await find("auto"), undefined);
    assertEquals(said, []);
    assertEquals(await find("tensorflow"), undefined);
    assertEquals(said, [
      'The library of "tensorflow" is not on this machine; "deno task setup" fetches it',
    ]);
    assertEquals([...Deno.readDirSync(empty)], []);
  });
  await withEnvironment({ ...bare, ASSAY_LIBTENSORFLOW: "/nowhere" }, async () => {
    const error = await find("auto").catch((error) => error);
    assert(error instanceof EnvironmentError);
    assertMatch(error.message, /Cannot use ASSAY_LIBTENSORFLOW="\/nowhere"/);
  });
  await Deno.remove(empty);
});
