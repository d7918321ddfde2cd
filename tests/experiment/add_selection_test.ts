import { assert, assertEquals, assertThrows } from "@std/assert";
import { expandExperiment } from "../../src/experiment/expand.ts";
import { parseExperiment } from "../../src/experiment/parse.ts";
import type { StageNode } from "../../src/experiment/stage_node.ts";

const FILE = { path: "images.gz", digest: "0".repeat(64) };
const MNIST_FILES = { trainImages: FILE, trainLabels: FILE, testImages: FILE, testLabels: FILE };
const RUN = "vanilla/seed=1";

function expand(
  kind: "mnist" | "stacked-mnist" | "ring",
  evaluation: Readonly<Record<string, unknown>> = { selectBy: "frechet_distance" },
): StageNode[] {
  const spec = {
    name: "select",
    question: "Which step is best?",
    dataset: { kind },
    seeds: [1],
    variants: { vanilla: { stepCount: 100 } },
    evaluation,
  };
  return expandExperiment(parseExperiment(spec, { file: "a.ts" }), { mnistFiles: MNIST_FILES });
}

function find(stages: readonly StageNode[], id: string): StageNode {
  const stage = stages.find((one) => one.id === id);
  assert(stage, `no stage ${id}`);
  return stage;
}

/** Ids of all stages that a stage depends on, by way of others too. */
function listAncestors(stages: readonly StageNode[], id: string): Set<string> {
  const parents = Object.values(find(stages, id).inputs).map(({ stage }) => stage);
  return new Set(parents.flatMap((parent) => [parent, ...listAncestors(stages, parent)]));
}

Deno.test("selectBy adds hold-out and select-checkpoint where they can be run one by one", () => {
  const stages = expand("mnist");
  assertEquals(stages.map(({ id }) => id), [
    "prepare-data",
    "hold-out",
    "train-judge",
    "draw-reference",
    "evaluate/reference",
    `train-gan/${RUN}`,
    `select-checkpoint/${RUN}`,
    `draw-samples/${RUN}`,
    `evaluate/${RUN}`,
    "compare",
    "report",
  ]);
  const seen = new Set<string>();
  for (const { id, inputs } of stages) {
    for (const { stage } of Object.values(inputs)) assert(seen.has(stage), `${id} before ${stage}`);
    seen.add(id);
  }
});

Deno.test("select-checkpoint reads the validation split, and no measurement on the test split", () => {
  const stages = expand("mnist");
  assertEquals(find(stages, `select-checkpoint/${RUN}`), {
    id: `select-checkpoint/${RUN}`,
    kind: "select-checkpoint",
    params: {
      metric: "frechet_distance",
      latentDim: 64,
      generator: { kind: "mlp", hidden: [256, 512], activation: "leaky-relu" },
      seed: 1,
      dataset: { kind: "images", size: 28 },
      curveSampleCount: 2_000,
    },
    inputs: {
      generators: { stage: `train-gan/${RUN}`, artifact: "generators" },
      outcome: { stage: `train-gan/${RUN}`, artifact: "outcome" },
      data: { stage: "hold-out", artifact: "validation" },
      judge: { stage: "train-judge", artifact: "judge" },
    },
  });
  const ancestors = listAncestors(stages, `select-checkpoint/${RUN}`);
  assertEquals([...ancestors].sort(), [
    "hold-out",
    "prepare-data",
    `train-gan/${RUN}`,
    "train-judge",
  ]);
});

Deno.test("with selectBy nothing but hold-out reads the data as they were prepared", () => {
  for (const kind of ["mnist", "ring"] as const) {
    const readers = expand(kind).filter(({ inputs }) =>
      Object.values(inputs).some(({ stage }) => stage === "prepare-data")
    );
    assertEquals(readers.map(({ id }) => id), ["hold-out"]);
  }
});

Deno.test("points for the validation split are drawn beyond those to train on", () => {
  const stages = expand("ring");
  const { dataset } = find(stages, "prepare-data").params as {
    dataset: { trainCount: number; testCount: number };
  };
  assertEquals(find(stages, "hold-out").params, { count: 10_000 });
  assertEquals([dataset.trainCount, dataset.testCount], [60_000, 10_000]);
  assertEquals(Object.keys(find(stages, `select-checkpoint/${RUN}`).inputs), [
    "generators",
    "outcome",
    "data",
  ]);
});

Deno.test("final samples and their evaluation follow the choice; real data has none", () => {
  const stages = expand("mnist");
  const choice = { stage: `select-checkpoint/${RUN}`, artifact: "choice" };
  assertEquals(find(stages, `draw-samples/${RUN}`).inputs.choice, choice);
  assertEquals(find(stages, `evaluate/${RUN}`).inputs.choice, choice);
  assertEquals(find(stages, "evaluate/reference").inputs.choice, undefined);
});

Deno.test("without selectBy the stages are as they were", () => {
  assertEquals(expand("ring", { selectBy: undefined }), expand("ring", {}));
  assert(expand("ring", {}).every(({ kind }) => !["hold-out", "select-checkpoint"].includes(kind)));
});

Deno.test("parseExperiment() refuses to select by what is no metric, or has no better direction", () => {
  const message = (selectBy: string, kind: "mnist" | "stacked-mnist" | "ring") =>
    assertThrows(() => expand(kind, { selectBy }), Error).message;
  assert(message("fid", "mnist").includes('"evaluation.selectBy" in "a.ts" as it must be one of'));
  assert(message("frechet_distanse", "mnist").includes('Did you mean "frechet_distance"?'));
  assert(
    message("nearest_neighbour_distance", "mnist").includes(
      "Neither direction of this metric is better",
    ),
  );
  assert(message("class_entropy", "ring").includes('value is "class_entropy"'));
  assert(
    message("modes_captured", "stacked-mnist").includes(
      '"evaluation.selectBy" in "a.ts" as it must be left out, as stacked digits have no validation split',
    ),
  );
  assert(expand("mnist", { selectBy: "class_entropy" }).some(({ kind }) => kind === "hold-out"));
});
