import { assertEquals } from "@std/assert";
import { DiskStore } from "../../pipeline/store/disk_store.ts";
import { listChildren } from "../pipeline/fixtures/list_children.ts";
import { readOutput, startRunner } from "../pipeline/fixtures/runner_process.ts";
import { Workbench } from "../pipeline/fixtures/workbench.ts";

const GRAPH = "counting";
/** A run of the graph takes a second or two; later kills would come after its end. */
const LATEST_MS = 1_200;

/**
 * Kills runs of three stages with SIGKILL at random moments, now the runner alone, now all its processes, until so many were
 * killed. Each store is run on until a run gets through, and then has the digests of an undisturbed run.
 *
 * @param wanted How many kills.
 * @param random Numbers from 0 to 1.
 * @returns How many runs were killed.
 */
export async function killAtRandom(wanted: number, random: () => number): Promise<number> {
  await using undisturbed = await Workbench.open();
  const { digests } = await readOutput(startRunner(undisturbed.results, GRAPH));
  let kills = 0;
  while (kills < wanted) {
    await using bench = await Workbench.open();
    while (kills < wanted && await runAndKill(bench.results, random)) kills++;
    assertEquals((await readOutput(startRunner(bench.results, GRAPH))).digests, digests);
    const records = await bench.listRecords();
    assertEquals(records.length, Object.keys(digests).length, "one record a key");
    assertEquals(await bench.list("quarantine"), [], "a kill damages nothing");
    const attempt = await (await DiskStore.open(bench.results)).openAttempt("f".repeat(64));
    await attempt.close();
    assertEquals(await bench.list("tmp"), [], "what was left is swept");
  }
  return kills;
}

/** Whether a run was killed before its end. */
async function runAndKill(results: string, random: () => number): Promise<boolean> {
  const runner = startRunner(results, GRAPH);
  const ended = runner.output();
  await new Promise((resolve) => setTimeout(resolve, random() * LATEST_MS));
  const stages = random() < 0.5 ? listStages(runner.pid) : [];
  for (const pid of [runner.pid, ...stages]) {
    try {
      Deno.kill(pid, "SIGKILL");
    } catch {
      // It had ended.
    }
  }
  return (await ended).signal === "SIGKILL";
}

function listStages(pid: number): number[] {
  try {
    return listChildren(pid);
  } catch {
    return [];
  }
}
