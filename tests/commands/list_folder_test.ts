import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { EnvironmentError } from "../../pipeline/mod.ts";
import { listFolder } from "../../src/commands/list_folder.ts";

Deno.test("listFolder() takes only a folder that is not there for an empty one", async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "file");
  await Deno.writeTextFile(file, "");
  assertEquals((await listFolder(folder)).map(({ name }) => name), ["file"]);
  assertEquals(await listFolder(join(folder, "none")), []);
  await assertRejects(() => listFolder(file), EnvironmentError, `read the folder "${file}"`);
  await Deno.remove(folder, { recursive: true });
});
