import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { measureFolder } from "../../../src/engine/library/measure_folder.ts";

Deno.test("measureFolder() adds up files, hard links once, and stops at its deadline", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(join(folder, "a/b"), { recursive: true });
  await Deno.writeTextFile(join(folder, "a/b/one"), "12345");
  await Deno.writeTextFile(join(folder, "two"), "123");
  await Deno.link(join(folder, "two"), join(folder, "a/also two"));
  assertEquals(await measureFolder(folder, { limitMs: 60_000 }), {
    bytes: 8,
    files: 2,
    complete: true,
  });
  assertEquals((await measureFolder(folder, { limitMs: -1 })).complete, false);
  const missing = await measureFolder(join(folder, "missing"), { limitMs: 60_000 });
  assertEquals(missing, { bytes: 0, files: 0, complete: true });
  await Deno.remove(folder, { recursive: true });
});
