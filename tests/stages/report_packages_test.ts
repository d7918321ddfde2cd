import { assert } from "@std/assert";
import { fileURLToPath } from "node:url";
import { computeFingerprint } from "../../pipeline/fingerprint.ts";
import { readProject } from "../../pipeline/mod.ts";
import { STAGE_KINDS } from "../../src/stages/catalogue.ts";

Deno.test("the report's code names every package that the page is made of", async () => {
  const project = await readProject(fileURLToPath(new URL("../../deno.json", import.meta.url)));
  const { packages } = await computeFingerprint(STAGE_KINDS.report, project);
  for (const name of ["vega", "vega-lite", "vega-interpreter"]) {
    assert(packages.some((one) => one.startsWith(`${name}@`)), name);
  }
});
