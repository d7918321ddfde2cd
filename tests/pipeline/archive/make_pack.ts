import { join } from "node:path";
import { gatherPack, packFiles } from "../../../pipeline/archive/mod.ts";
import { readRecords } from "../../../pipeline/verify/mod.ts";
import { makeStage, Workbench } from "../fixtures/workbench.ts";

/** What is packed in tests: a chain, and a stage that fails. */
export const STAGES = [
  makeStage("a", "write-number", { params: { number: 41 } }),
  makeStage("b", "add-one", { number: "a" }),
  makeStage("c", "fail"),
];

/** Runs stages for real, and packs their store with a small view. */
export async function makePack(
  folder: string,
  options: {
    readonly bench?: Workbench;
    readonly sign?: (manifest: Uint8Array) => Promise<string>;
  } = {},
): Promise<string> {
  const own = options.bench === undefined ? await Workbench.open() : null;
  const bench = options.bench ?? own!;
  await bench.run(STAGES, { keepGoing: true });
  const view = join(bench.results, "bench");
  await Deno.mkdir(join(view, "runs/a/seed=1"), { recursive: true });
  await Deno.writeTextFile(join(view, "report.html"), "<p>41</p>");
  await Deno.writeTextFile(join(view, "runs/a/seed=1/history.csv"), "step,loss\n1,2\n");
  await Deno.writeTextFile(join(view, "provenance.json"), '{"experiment": "bench", "keys": {}}');
  const members = await gatherPack({
    results: bench.results,
    records: [...readRecords(bench.results).values()],
    failures: (await bench.list("failures")).map((name) => name.replace(".json", "")),
    checkpoints: [],
    view: ["bench/report.html", "bench/runs/a/seed=1/history.csv", "bench/provenance.json"],
    made: { "specs/bench.ts": new TextEncoder().encode("export default {};\n") },
  });
  const path = join(folder, "bench.tar.gz");
  const { sign } = options;
  await packFiles(path, members, { experiment: "bench", ...(sign === undefined ? {} : { sign }) });
  if (own !== null) await Deno.remove(own.results, { recursive: true });
  return path;
}
