import { assertEquals, assertLess, assertMatch, assertRejects } from "@std/assert";
import { join } from "node:path";
import { ArchiveError } from "../../../pipeline/archive/mod.ts";
import { listFiles } from "../verify/damage_store.ts";
import type { HostileArchive } from "./edit_pack.ts";
import { HOSTILE_ARCHIVES } from "./hostile.ts";
import { makePack } from "./make_pack.ts";
import { readMembers } from "./raw_archive.ts";

const MOST_MS = 5_000;
const MOST_BYTES = 160e6;

/** Takes an archive into a results folder. */
export type Unpacker = (path: string, results: string) => Promise<unknown>;

/**
 * Gives hostile archives to an unpacker: each is refused with its reason, in bounded time and memory, and nothing is left
 * behind anywhere.
 *
 * @param unpacker The unpacker.
 * @param options `each` is called with each archive and its check.
 * @returns How many were tried.
 * @throws {Error} For the first that is not refused, or leaves something behind.
 */
export async function tryHostileArchives(
  unpacker: Unpacker,
  { each = (_archive, check) => check() }: {
    readonly each?: (archive: HostileArchive, check: () => Promise<void>) => Promise<unknown>;
  } = {},
): Promise<number> {
  const folder = await Deno.makeTempDir({ prefix: "assay-hostile-" });
  try {
    const good = await readMembers(await makePack(folder));
    const path = join(folder, "archive.tar.gz");
    const results = join(folder, "deep", "results");
    const before = await listFiles(folder);
    for (const archive of HOSTILE_ARCHIVES) {
      await each(archive, async () => {
        await Deno.writeFile(path, await archive.make(good));
        const startedAt = performance.now();
        const memory = Deno.memoryUsage().rss;
        const error = await assertRejects(() => unpacker(path, results), ArchiveError);
        assertMatch(error.message, archive.reason);
        assertLess(performance.now() - startedAt, MOST_MS);
        assertLess(Deno.memoryUsage().rss - memory, MOST_BYTES);
        await Deno.remove(path);
        assertEquals(await listFiles(folder), before, "nothing was written");
      });
    }
    return HOSTILE_ARCHIVES.length;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
