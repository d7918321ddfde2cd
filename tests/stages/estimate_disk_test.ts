import { assertGreater, assertLess } from "@std/assert";
import { fileURLToPath } from "node:url";
import { loadExperiment } from "../../src/experiment/load_experiment.ts";
import { locateMnist } from "../../src/datasets/mnist_files.ts";
import { expandExperiment } from "../../src/experiment/mod.ts";
import { STAGE_KINDS } from "../../src/stages/catalogue.ts";

const mnistFiles = locateMnist();

/** What a stage of an experiment may write, in megabytes. */
async function estimate(name: string, id: string): Promise<number> {
  const path = fileURLToPath(new URL(`../../experiments/${name}.ts`, import.meta.url));
  const { kind, params } = expandExperiment(await loadExperiment(path), { mnistFiles }).find((
    one,
  ) => one.id === id)!;
  const { diskMb } = STAGE_KINDS[kind].resources;
  return typeof diskMb === "function" ? diskMb(params) : diskMb!;
}

Deno.test("a stage is taken to write what it may, and not ten times as much", async () => {
  // What the outputs of such stages took; a training has a checkpoint beside them.
  const measured = [
    ["ring-published", "prepare-data", 0.54],
    ["stacked-mnist", "stack-digits", 1.85],
    ["ring-published", "train-gan/vanilla/seed=101", 1.4],
    ["ring-published", "draw-samples/vanilla/seed=101", 0.14],
    ["mode-collapse", "train-gan/vanilla/seed=21", 13.73],
    ["mode-collapse", "draw-samples/vanilla/seed=21", 17.3],
    ["stacked-mnist", "train-gan/vanilla-half/seed=204", 4.81],
    ["stacked-mnist", "draw-samples/vanilla-half/seed=204", 75.41],
  ] as const;
  for (const [name, id, megabytes] of measured) {
    const estimated = await estimate(name, id);
    assertGreater(estimated, megabytes, id);
    assertLess(estimated, 10 * megabytes + 2, id);
  }
});
