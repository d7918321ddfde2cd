import { assertEquals } from "@std/assert";
import { GRAPHS } from "../pipeline/fixtures/graphs.ts";
import { readOutput, startRunner } from "../pipeline/fixtures/runner_process.ts";
import { Workbench } from "../pipeline/fixtures/workbench.ts";

/**
 * Starts several runners at once on one store: with locks, on stages whose bytes are the same each time; without, on stages
 * whose bytes differ.
 *
 * @param counts How many runners, each in a store of its own.
 * @returns How many runners were started.
 */
export async function shareStore(counts: readonly number[]): Promise<number> {
  let started = 0;
  for (const count of counts) {
    for (const [graph, ...switches] of [["counting"], ["random", "--without-locks"]]) {
      await using bench = await Workbench.open();
      const runners = Array.from(
        { length: count },
        () => startRunner(bench.results, graph, ...switches),
      );
      const outputs = await Promise.all(runners.map(readOutput));
      started += count;
      for (const { digests } of outputs) assertEquals(digests, outputs[0].digests);
      const records = await bench.listRecords();
      assertEquals(records.map(({ id }) => id), GRAPHS[graph].map(({ id }) => id).sort());
      for (const { outputs, key } of records) {
        for (const artifact of Object.values(outputs)) await bench.store.verify(artifact, key);
      }
      const conflicts = outputs.flatMap(({ conflicts }) => conflicts);
      assertEquals((await bench.list("conflicts")).length, conflicts.length);
      assertEquals(await bench.list("tmp"), []);
    }
  }
  return started;
}
