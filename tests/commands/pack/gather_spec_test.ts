import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { gatherSpec } from "../../../src/commands/pack/gather_spec.ts";

Deno.test("gatherSpec() packs what a spec imports along with it", async () => {
  const spec = fileURLToPath(new URL("../../../experiments/ring-published.ts", import.meta.url));
  const { path, files, leftOut } = await gatherSpec(spec, "ring-published");
  assertEquals(path, "specs/ring-published.ts");
  assertEquals(Object.keys(files).sort(), [
    "specs/published/cite.ts",
    "specs/published/mixtures.ts",
    "specs/ring-published.ts",
  ]);
  assertEquals(files[path], await Deno.readFile(spec));
  assertEquals(leftOut, []);
});

Deno.test("gatherSpec() tells of files that a pack has no place for", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(join(folder, "specs", "parts"), { recursive: true });
  const write = (path: string, text: string) => Deno.writeTextFile(join(folder, path), text);
  await write("rates.ts", "export const rate = 1;\n");
  await write("specs/parts/_hidden.ts", "export const seed = 1;\n");
  await write("specs/parts/seeds.ts", 'export { seed } from "./_hidden.ts";\n');
  const imports = 'import "../rates.ts";\nimport "./parts/seeds.ts";\nexport default {};\n';
  await write("specs/mine.ts", imports);
  const { files, leftOut } = await gatherSpec(join(folder, "specs", ".", "mine.ts"), "mine");
  assertEquals(Object.keys(files).sort(), ["specs/mine.ts", "specs/parts/seeds.ts"]);
  assertEquals([...leftOut].sort(), [
    join(folder, "rates.ts"),
    join(folder, "specs", "parts", "_hidden.ts"),
  ]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("gatherSpec() calls a spec by its experiment where a pack has no place for its own name", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(join(folder, "ring.ts"), "export const seed = 1;\n");
  for (const name of ["my spec.ts", "_spec.mts", "спец.ts", "aux.ts"]) {
    const spec = join(folder, name);
    await Deno.writeTextFile(spec, 'import "./ring.ts";\nexport default {};\n');
    const taken = await gatherSpec(spec, "ring");
    const ending = name.endsWith(".mts") ? ".mts" : ".ts";
    assertEquals(taken.path, `specs/ring${ending}`);
    assertEquals(taken.files[taken.path], await Deno.readFile(spec));
    assertEquals(
      taken.leftOut,
      ending === ".ts" ? [join(folder, "ring.ts")] : [],
      "one has its place",
    );
    const { path, files } = await gatherSpec(spec, "grid");
    assertEquals(Object.keys(files), [path, "specs/ring.ts"]);
  }
  await Deno.remove(folder, { recursive: true });
});
