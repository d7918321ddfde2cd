import { assertEquals, assertNotEquals } from "@std/assert";
import { join } from "node:path";
import { readFingerprints, readProject, type StageKind } from "../../pipeline/mod.ts";

const ROOT = join(import.meta.dirname!, "../..");

/** Fingerprints the fixture stage after an edit of the function that it reaches by import. */
async function fingerprint(edit: (source: string) => string): Promise<string> {
  // Inside the project, where its import map holds.
  const folder = await Deno.makeTempDir({ dir: join(ROOT, "tests/pipeline"), prefix: "copy-" });
  try {
    for (const file of ["write_text.ts", "decorate.ts"]) {
      const source = await Deno.readTextFile(join(import.meta.dirname!, "fixtures", file));
      const edited = file === "decorate.ts" ? edit(source) : source;
      assertEquals(
        file !== "decorate.ts" || edit === unchanged || edited !== source,
        true,
        "it was edited",
      );
      await Deno.writeTextFile(join(folder, file), edited);
    }
    const kind: StageKind = {
      kind: "write-text",
      module: `file://${join(folder, "write_text.ts")}`,
      outputs: { text: "text.txt" },
      resources: { threads: 1, memoryMb: 100 },
      permissions: {},
    };
    const project = await readProject(join(ROOT, "deno.json"));
    const found = await readFingerprints([kind], {
      project,
      cachePath: join(folder, "cache.json"),
    });
    return found[kind.kind].digest;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const unchanged = (source: string) => source;

const SAME: Record<string, (source: string) => string> = {
  "a comment": (source) => source.replace("const trimmed", "// once more\n  const trimmed"),
  "formatting": (source) => source.replace("  return `", "\n\n      return   `"),
  "a local under another name": (source) => source.replaceAll("trimmed", "withoutSpaces"),
  "a type": (source) => source.replace("const trimmed =", "const trimmed: string ="),
  "an unused export": (source) => source.replace("return 1;", "return 2;"),
};
for (const [name, edit] of Object.entries(SAME)) {
  Deno.test(`a fingerprint is not changed by ${name}`, async () => {
    assertEquals(await fingerprint(edit), await fingerprint(unchanged));
  });
}

Deno.test("a fingerprint is changed by a function that the stage reaches through an import", async () => {
  const edited = await fingerprint((source) => source.replace("}.`", "}!`"));
  assertNotEquals(edited, await fingerprint(unchanged));
});
