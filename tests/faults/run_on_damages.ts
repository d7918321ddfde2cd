import { assertEquals } from "@std/assert";
import { join } from "node:path";
import type { StageNode } from "../../pipeline/stage.ts";
import { DENO_FILE_SYSTEM } from "../../pipeline/store/deno_file_system.ts";
import type { FileSystem } from "../../pipeline/store/file_system.ts";
import type { Store } from "../../pipeline/store/store.ts";
import { copyStore, listDamages } from "../pipeline/damage.ts";
import { listDigests, MODEL_STAGES, runModel } from "../pipeline/model/model_run.ts";

/** Reads every artifact of the others: what is not verified before it is read gives it another sum. */
const READER: StageNode = {
  id: "reader",
  kind: "add",
  params: { own: 50_000 },
  inputs: Object.fromEntries(
    MODEL_STAGES.map(({ id }) => [id, { stage: id, artifact: "number" }]),
  ),
};
/** 1, 20, 321 and 4321. */
const SUM = 50_000 + 1 + 20 + 321 + 4_321;

/** Of this machine, and syncing nothing: three in four milliseconds of the test. */
export const UNSYNCED_FILE_SYSTEM: FileSystem = {
  ...DENO_FILE_SYSTEM,
  sync: async () => {},
  open: async (path, mode) => {
    const file = await DENO_FILE_SYSTEM.open(path, mode);
    file.sync = async () => {};
    return file;
  },
};

/** Runs stages in a folder, and gives the digests, and what the last one summed. */
async function run(results: string, options: { withReader?: boolean; store?: Store } = {}) {
  const { withReader = false, ...rest } = options;
  const stages = withReader ? [...MODEL_STAGES, READER] : MODEL_STAGES;
  const ended = await runModel({
    fileSystem: UNSYNCED_FILE_SYSTEM,
    writeText: Deno.writeTextFileSync,
    results,
    stages,
    ...rest,
  });
  return { digests: listDigests(ended), sum: ended.at(-1)!.record!.facts.sum };
}

/**
 * Damages a store in every way, and runs on it.
 *
 * @param open Opens the store of a damaged copy.
 * @param every Of how many damages one is tried.
 * @returns How many damages were tried, and what was wrong with the results.
 */
export async function runOnDamages(
  open: (results: string) => Promise<Store>,
  every = 1,
): Promise<{ count: number; wrong: string[] }> {
  const results = await Deno.makeTempDir({ prefix: "damage-" });
  const whole = join(results, "whole");
  const { digests } = await run(whole);
  const wrong: string[] = [];
  const damages = (await listDamages(join(whole, ".store")))
    .filter((_, index) => index % every === 0);
  for (const [index, { name, apply }] of damages.entries()) {
    const copy = join(results, String(index));
    await copyStore(join(whole, ".store"), join(copy, ".store"));
    await apply(join(copy, ".store"));
    try {
      const found = await run(copy, { withReader: true, store: await open(copy) });
      const { reader: _, ...others } = found.digests;
      assertEquals(others, digests);
      assertEquals(found.sum, SUM);
    } catch (error) {
      wrong.push(`${name}: ${(error as Error).message}`);
    }
    await Deno.remove(copy, { recursive: true });
  }
  await Deno.remove(results, { recursive: true });
  return { count: damages.length, wrong };
}
