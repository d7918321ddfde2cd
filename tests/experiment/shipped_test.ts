import { assert, assertEquals } from "@std/assert";
import { expandExperiment, type Experiment, loadExperiment } from "../../src/experiment/mod.ts";

// After a change in an experiment: ASSAY_UPDATE_GOLDEN=1 deno test -A tests/experiment/shipped_test.ts

const ROOT = new URL("../../", import.meta.url);
const FILE = { path: "images.gz", digest: "0".repeat(64) };
const MNIST_FILES = { trainImages: FILE, trainLabels: FILE, testImages: FILE, testLabels: FILE };

const ARTIFACTS: Readonly<Record<string, readonly string[]>> = {
  "prepare-data": ["data"],
  "stack-digits": ["stacks"],
  "train-judge": ["judge", "accuracy"],
  "draw-reference": ["samples"],
  "train-gan": ["generators", "planes", "history", "outcome"],
  "draw-samples": ["samples", "snapshots", "walks"],
  "evaluate": ["evaluation", "neighbours"],
  "compare": ["comparison"],
  "report": [],
};

function load(name: string, preset?: string): Promise<Experiment> {
  const path = new URL(`experiments/${name}.ts`, ROOT).pathname;
  return loadExperiment(path, preset === undefined ? {} : { preset });
}

async function assertGolden(name: string, value: unknown): Promise<void> {
  const url = new URL(`golden/${name}.json`, import.meta.url);
  if (Deno.env.get("ASSAY_UPDATE_GOLDEN") === "1") {
    await Deno.writeTextFile(url, `${JSON.stringify(value, null, 2)}\n`);
  }
  assertEquals(value, JSON.parse(await Deno.readTextFile(url)));
}

function assertConnected(experiment: Experiment): void {
  const done = new Map<string, string>();
  for (const { id, kind, inputs } of expandExperiment(experiment, { mnistFiles: MNIST_FILES })) {
    assert(!done.has(id), `"${id}" is there twice`);
    for (const [name, { stage, artifact }] of Object.entries(inputs)) {
      const maker = done.get(stage);
      assert(
        maker !== undefined,
        `"${id}" reads "${name}" from "${stage}", which is not before it`,
      );
      assert(ARTIFACTS[maker].includes(artifact), `"${stage}" makes no "${artifact}"`);
    }
    done.set(id, kind);
  }
}

/** Shipped experiments with their presets. */
const SHIPPED: Readonly<Record<string, readonly string[]>> = {
  "conv-discriminator": ["quick"],
  "mode-collapse": ["quick"],
  "ring": ["quick"],
  "stacked-mnist": ["quick", "faithful"],
  "ring-published": ["quick", "long", "faithful"],
  "grid-published": ["quick", "faithful"],
};

for (const [name, presets] of Object.entries(SHIPPED)) {
  for (const preset of [undefined, ...presets]) {
    const label = preset === undefined ? name : `${name}.${preset}`;
    Deno.test(`loadExperiment() resolves ${label} as its golden file has it`, async () => {
      const experiment = await load(name, preset);
      assertEquals(experiment.name, name);
      await assertGolden(label, experiment);
    });
    Deno.test(`expandExperiment() connects all stages of ${label}`, async () => {
      assertConnected(await load(name, preset));
    });
  }
}

Deno.test("expandExperiment() lists the stages of mode-collapse, slow runs first", async () => {
  const experiment = await load("mode-collapse", "quick");
  const runs = ["minibatch-discrimination", "dcgan", "vanilla"]
    .flatMap((variant) => experiment.seeds.map((seed) => `${variant}/seed=${seed}`));
  assertEquals(expandExperiment(experiment, { mnistFiles: MNIST_FILES }).map(({ id }) => id), [
    "prepare-data",
    "train-judge",
    "draw-reference",
    "evaluate/reference",
    ...runs.map((run) => `train-gan/${run}`),
    ...runs.map((run) => `draw-samples/${run}`),
    ...runs.map((run) => `evaluate/${run}`),
    "compare",
    "report",
  ]);
});

Deno.test("expandExperiment() lists the stages of ring, slow runs first", async () => {
  const experiment = await load("ring", "quick");
  const runs = ["minibatch-discrimination", "vanilla"]
    .flatMap((variant) => experiment.seeds.map((seed) => `${variant}/seed=${seed}`));
  assertEquals(expandExperiment(experiment).map(({ id }) => id), [
    "prepare-data",
    "draw-reference",
    "evaluate/reference",
    ...runs.map((run) => `train-gan/${run}`),
    ...runs.map((run) => `draw-samples/${run}`),
    ...runs.map((run) => `evaluate/${run}`),
    "compare",
    "report",
  ]);
});
