import { assertEquals, assertStringIncludes } from "@std/assert";
import { gunzipSync } from "node:zlib";
import { packSpecs, renderSpec } from "../../src/report/pack_specs.ts";
import { restoreRows } from "../../src/report/page/set_up_explore.ts";
import { readVega } from "../../src/stages/read_vega.ts";

const ROWS = [
  { step: 10, seed: 1, value: 0.123456, label: "</script>" },
  { step: 30, seed: 1, value: -2, label: "b" },
  { step: 25, seed: 2, value: null, label: "c" },
];

Deno.test("packSpecs() gathers what charts were drawn from, and the page gets the same rows again", () => {
  const spec = { scales: [], marks: [], data: [{ name: "source_0", values: ROWS }, { name: "b" }] };
  const html = packSpecs(`<p>${renderSpec("one", spec)}</p>${renderSpec("two", { data: [] })}`);
  assertEquals(html.slice(0, html.indexOf("<script")), "<p></p>");
  const packed = />([^<]+)<\/script>$/.exec(html)![1];
  const specs = JSON.parse(
    gunzipSync(Uint8Array.from(atob(packed), (one) => one.charCodeAt(0))).toString(),
  );
  assertEquals(Object.keys(specs), ["one", "two"]);
  restoreRows(specs.one);
  const rows = ROWS.map((row) => ({ ...row, value: row.value === 0.123456 ? 0.1235 : row.value }));
  assertEquals(specs.one, { ...spec, data: [{ name: "source_0", values: rows }, { name: "b" }] });
});

Deno.test("packSpecs() leaves a page without charts as it is", () => {
  assertEquals(packSpecs("<p>x</p>"), "<p>x</p>");
});

Deno.test("readVega() is one script that leaves Vega and its interpreter behind", async () => {
  const script = await readVega();
  assertStringIncludes(script, "globalThis.vegaInterpreter = expression;");
  assertEquals(script.includes("import "), false);
});
