import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { computeFingerprint } from "../../pipeline/fingerprint.ts";
import { readProject } from "../../pipeline/mod.ts";
import { STAGE_KINDS } from "../../src/stages/catalogue.ts";

Deno.test("no stage but the report depends on how things look, so that none is computed again for it", async () => {
  const project = await readProject(fileURLToPath(new URL("../../deno.json", import.meta.url)));
  for (const kind of Object.values(STAGE_KINDS).filter((one) => one.kind !== "report")) {
    const { sources, packages } = await computeFingerprint(kind, project);
    const looks = Object.keys(sources).filter((path) =>
      /^src\/(report|live|commands)\//.test(path)
    );
    assertEquals(
      [...looks, ...packages.filter((name) => /^(fast-png|vega)/.test(name))],
      [],
      kind.kind,
    );
  }
});
