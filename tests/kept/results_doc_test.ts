import { assertEquals, assertThrows } from "@std/assert";
import { makeResultsDoc } from "./make_results_doc.ts";

const FOLDER = new URL("../../docs/results/", import.meta.url);
const read = (name: string) =>
  JSON.parse(Deno.readTextFileSync(new URL(`${name}/summary.json`, FOLDER)));

Deno.test("docs/results/README.md says of every experiment that is kept what its summary says", () => {
  const text = Deno.readTextFileSync(new URL("README.md", FOLDER));
  assertEquals(makeResultsDoc(text, read), text, "run deno task results:keep");
  const kept = [...Deno.readDirSync(FOLDER)].filter(({ isDirectory }) => isDirectory);
  const named = [...text.matchAll(/<!-- results: (?!end)(\S+) -->/g)].map(([_, name]) => name);
  assertEquals(named.sort(), kept.map(({ name }) => name).sort());
});

Deno.test("makeResultsDoc() sees a mark without an end", () => {
  assertThrows(() => makeResultsDoc("<!-- results: ring -->\n", read), Error, "has no end");
});
