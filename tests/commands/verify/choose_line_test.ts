import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { findSpec } from "../../../src/commands/find_specs.ts";
import { chooseLine } from "../../../src/commands/verify/choose_line.ts";

const SPEC = `export default {
  name: "ring", question: "Are all modes covered?", dataset: { kind: "ring" }, seeds: [1, 2],
  variants: { vanilla: {}, other: {} }, presets: { quick: { seeds: [21] } },
};\n`;

/** Lines for views of a spec and its preset that show the seeds 22 and 21. */
async function chooseLines(files: Readonly<Record<string, string>>): Promise<string[][]> {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "mine.ts");
  await Deno.writeTextFile(path, SPEC);
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(join(folder, name), text);
  }
  const { settings } = await findSpec(path);
  const lines = await Promise.all(settings.map((setting) => chooseLine(setting, folder)));
  await Deno.remove(folder, { recursive: true });
  return lines.map((line) => line.slice(1));
}

function formatProvenance(seeds: readonly number[]): string {
  const ids = ["vanilla", "other"].flatMap((variant) =>
    seeds.map((seed) => `train-gan/${variant}/seed=${seed}`)
  );
  // A stage that failed has no key, and was asked for all the same.
  const keys = Object.fromEntries(["prepare-data", ...ids].map((id) => [id, null]));
  return JSON.stringify({ experiment: "ring", keys });
}

Deno.test("chooseLine() asks for the seeds that a view shows, in their order, where they are not the spec's", async () => {
  assertEquals(await chooseLines({ "provenance.json": formatProvenance([22, 21]) }), [
    ["--seeds", "22,21"],
    ["--preset", "quick", "--seeds", "22,21"],
  ]);
  assertEquals(await chooseLines({ "provenance.json": formatProvenance([1, 2]) }), [
    [],
    ["--preset", "quick", "--seeds", "1,2"],
  ]);
  assertEquals(await chooseLines({ "provenance.json": formatProvenance([21]) }), [
    ["--seeds", "21"],
    ["--preset", "quick"],
  ]);
});

Deno.test("chooseLine() takes the seeds of the summary where the provenance is damaged", async () => {
  const summary = { experiment: "ring", question: "?", engines: [], variants: {}, claims: [] };
  const files = {
    "provenance.json": "{",
    "summary.json": JSON.stringify({ ...summary, seeds: [22, 21] }),
  };
  assertEquals((await chooseLines(files))[0], ["--seeds", "22,21"]);
  assertEquals(await chooseLines({ "provenance.json": "{" }), [[], ["--preset", "quick"]]);
});
