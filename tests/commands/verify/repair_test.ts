import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { type Finding, verifyStore } from "../../../pipeline/verify/mod.ts";
import { repairResults } from "../../../src/commands/verify/repair.ts";
import { SpecError } from "../../../src/experiment/mod.ts";
import { makeStage, overwrite, Workbench } from "../../pipeline/fixtures/workbench.ts";

const STAGES = [
  makeStage("a", "write-number", { params: { number: 41 } }),
  makeStage("b", "add-one", { number: "a" }),
];

/** Writes a spec of this name. */
async function writeSpec(bench: Workbench, name: string): Promise<string> {
  const path = join(bench.results, "mine.mjs");
  const spec = { name, question: "?", dataset: { kind: "ring" }, variants: { vanilla: {} } };
  await Deno.writeTextFile(path, `export default ${JSON.stringify(spec)};\n`);
  return path;
}

/** Writes the view of an experiment over seed 21, and tells of damage to one of its files. */
async function spoilView(bench: Workbench, name: string): Promise<Finding> {
  const keys = { "train-gan/vanilla/seed=21": null };
  await Deno.mkdir(join(bench.results, name));
  await Deno.writeTextFile(pageOf(bench, name), "old");
  const provenance = JSON.stringify({ experiment: name, keys });
  await Deno.writeTextFile(join(bench.results, name, "provenance.json"), provenance);
  return { path: `${name}/summary.json`, problem: "wrong digest", detail: "", keys: [] };
}

const pageOf = (bench: Workbench, name: string) => join(bench.results, name, "report.html");

/** Names of a view's files, sorted. */
async function listView(bench: Workbench, name: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(join(bench.results, name)));
  return entries.map(({ name }) => name).sort();
}

Deno.test("repairResults() runs a given spec rather than the one of its name in experiments/, over the seeds shown", async () => {
  await using bench = await Workbench.open();
  const path = await writeSpec(bench, "ring");
  const lines: (readonly string[])[] = [];
  const { rerun, orphans } = await repairResults(bench.results, await verifyStore(bench.results), {
    viewDamage: [await spoilView(bench, "ring")],
    specs: [path],
    run: (line) => Promise.resolve(lines.push(line) > 0),
  });
  assertEquals([rerun, orphans], [["ring"], []]);
  assertEquals(lines, [[path, "--seeds", "21", "--results", bench.results]]);
});

Deno.test("repairResults() calls an experiment repaired if every record that it lost is there again", async () => {
  await using bench = await Workbench.open();
  const path = await writeSpec(bench, "bench");
  const repair = async (run: () => Promise<boolean>) => {
    const { results } = await bench.run(STAGES);
    await overwrite(bench.store.locate(results.b.record!.outputs.number.digest), "43");
    const found = await verifyStore(bench.results);
    const { quarantined, rerun, incomplete, orphans } = await repairResults(bench.results, found, {
      viewDamage: [],
      specs: [path],
      run,
    });
    assertEquals([quarantined, orphans], [1, []]);
    return { rerun, incomplete };
  };
  assertEquals(await repair(async () => Boolean(await bench.run(STAGES))), {
    rerun: ["bench"],
    incomplete: [],
  });
  const other = [STAGES[0], makeStage("b", "add-one", { params: { by: 2 }, number: "a" })];
  assertEquals(await repair(async () => Boolean(await bench.run(other))), {
    rerun: [],
    incomplete: ["bench"],
  });
  assertEquals(await repair(() => Promise.resolve(false)), { rerun: [], incomplete: ["bench"] });
});

Deno.test("repairResults() has a damaged view written again, and leaves it as it is unless that is done", async () => {
  await using bench = await Workbench.open();
  const path = await writeSpec(bench, "mine");
  const viewDamage = [await spoilView(bench, "mine"), await spoilView(bench, "theirs")];
  const found = await verifyStore(bench.results);
  const repair = async (run: () => Promise<boolean>) => {
    const options = { viewDamage, specs: [path], run };
    const { rerun, incomplete, orphans } = await repairResults(bench.results, found, options);
    assertEquals(orphans, ["theirs"]);
    const files = ["provenance.json", "report.html"];
    for (const name of ["mine", "theirs"]) assertEquals(await listView(bench, name), files);
    const page = await Deno.readTextFile(pageOf(bench, "mine"));
    return { rerun, incomplete, page };
  };
  assertEquals(await repair(() => Promise.resolve(false)), {
    rerun: [],
    incomplete: ["mine"],
    page: "old",
  });
  const publish = async () => {
    await Deno.writeTextFile(pageOf(bench, "mine"), "new", { createNew: true });
    return true;
  };
  assertEquals(await repair(publish), { rerun: ["mine"], incomplete: [], page: "new" });
});

Deno.test("repairResults() refuses a given spec that cannot be loaded before it changes anything", async () => {
  await using bench = await Workbench.open();
  const { results } = await bench.run(STAGES);
  await overwrite(bench.store.locate(results.b.record!.outputs.number.digest), "43");
  const found = await verifyStore(bench.results);
  const specs = [join(bench.results, "none.ts")];
  await assertRejects(
    () => repairResults(bench.results, found, { viewDamage: [], specs }),
    SpecError,
    "there is no such file",
  );
  assertEquals((await verifyStore(bench.results)).damage, found.damage);
});
