import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { fetchLibrary } from "../../../src/engine/library/fetch_library.ts";
import { wheelFolder } from "../../../src/engine/library/find_library.ts";
import { type Wheel, WHEELS } from "../../../src/engine/library/wheels.ts";
import { hasPip, makeWheel, withIndex } from "./package_index.ts";

const { libraries } = WHEELS["linux-x86_64"];
const KEPT = [...libraries, "LICENSE", "THIRD_PARTY_NOTICES.txt"].sort();

/** Runs `body` with a small wheel in the place of the pinned one. */
async function withWheel(body: (wheel: Wheel) => Promise<void>): Promise<void> {
  await withIndex(async (index) => {
    const members = [...libraries, "include/LICENSE", "THIRD_PARTY_NOTICES.txt"];
    const paths = members.map((name) => `tensorflow/${name}`);
    await body({ ...await makeWheel(index, "assay_cpu", paths), libraries });
  });
}

async function listNames(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
}

Deno.test({
  name: "fetchLibrary() unpacks both libraries with their licences, also where another was faster",
  ignore: !hasPip,
  async fn() {
    await withWheel(async (wheel) => {
      const path = join(wheelFolder(wheel), libraries[0]);
      const fetch = () => fetchLibrary(wheel, () => {});
      assertEquals(await Promise.all([fetch(), fetch()]), [path, path]);
      assertEquals(await Deno.readTextFile(path), "content of assay_cpu");
      assertEquals(await listNames(wheelFolder(wheel)), KEPT);
      assertEquals((await listNames(join(wheelFolder(wheel), ".."))).length, 1, "no work is left");
    });
  },
});

for (const missing of libraries) {
  Deno.test({
    name: `fetchLibrary() replaces a folder of the cache that lacks ${missing}`,
    ignore: !hasPip,
    async fn() {
      await withWheel(async (wheel) => {
        const path = await fetchLibrary(wheel, () => {});
        await Deno.remove(join(wheelFolder(wheel), missing));
        assertEquals(await fetchLibrary(wheel, () => {}), path);
        assertEquals(await listNames(wheelFolder(wheel)), KEPT);
      });
    },
  });
}
