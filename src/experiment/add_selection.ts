import type { Experiment } from "./experiment.ts";
import type { JsonObject } from "./json.ts";
import { from, makeNode, type StageInput, type StageNode } from "./stage_node.ts";
import type { HoldOutParams, SelectCheckpointParams } from "./stage_params.ts";

/** MNIST's validation images: as many as it has test images, from the end of its training split. */
const MNIST_VALIDATION_COUNT = 10_000;

/**
 * Lets each run end at the snapshot that is best by `evaluation.selectBy` on a validation split.
 *
 * A stage `hold-out` parts the validation split from the training split: MNIST's last 10,000 training images, which no
 * network sees then, or `testCount` points drawn beyond the `trainCount` to train on. Whatever read the prepared data
 * reads what `hold-out` left of them. A stage `select-checkpoint` for each run is given the validation split, and a file
 * without the test split, so that no choice can rest on it; the final samples are then drawn from the generator of the
 * chosen step.
 *
 * @param stages The stages of an experiment without selection.
 * @param experiment The experiment; without `selectBy`, the stages are left as they are.
 * @returns The stages in an order in which they can be run one by one.
 */
export function addSelection(stages: readonly StageNode[], experiment: Experiment): StageNode[] {
  const { selectBy } = experiment.evaluation;
  if (selectBy === undefined) return [...stages];
  const { dataset } = experiment;
  const count = dataset.kind === "mnist" ? MNIST_VALIDATION_COUNT : dataset.testCount;
  return stages.flatMap((stage): StageNode[] => {
    const node = readHeldOut(stage);
    const run = node.id.slice(node.kind.length + 1);
    switch (node.kind) {
      case "prepare-data":
        return [drawMore(stage, count), holdOut(count)];
      case "draw-samples":
        return [selectCheckpoint(node, { run, metric: selectBy, stages }), addChoice(node, run)];
      case "evaluate":
        return [run === "reference" ? node : addChoice(node, run)];
      default:
        return [node];
    }
  });
}

/** Points for the validation split are drawn beyond those to train on, which stay the same. */
function drawMore(stage: StageNode, count: number): StageNode {
  const dataset = stage.params.dataset as JsonObject;
  if (typeof dataset.trainCount !== "number") return stage;
  const trainCount = dataset.trainCount + count;
  return { ...stage, params: { ...stage.params, dataset: { ...dataset, trainCount } } };
}

function holdOut(count: number): StageNode {
  const params: HoldOutParams = { count };
  return makeNode("hold-out", params, { data: from("prepare-data", "data") });
}

function readHeldOut(stage: StageNode): StageNode {
  const inputs = Object.entries(stage.inputs).map(([name, input]): [string, StageInput] => [
    name,
    input.stage === "prepare-data" ? { ...input, stage: "hold-out" } : input,
  ]);
  return { ...stage, inputs: Object.fromEntries(inputs) };
}

/** Chooses with the generators that the samples are drawn from, and the judge that evaluates them. */
function selectCheckpoint(
  draw: StageNode,
  { run, metric, stages }: {
    readonly run: string;
    readonly metric: string;
    readonly stages: readonly StageNode[];
  },
): StageNode {
  const evaluate = stages.find(({ id }) => id === `evaluate/${run}`)!;
  const { latentDim, generator, seed, dataset, curveSampleCount } = draw.params;
  const params = { metric, latentDim, generator, seed, dataset, curveSampleCount };
  return makeNode(
    `select-checkpoint/${run}`,
    params satisfies Record<keyof SelectCheckpointParams, unknown>,
    {
      ...draw.inputs,
      data: from("hold-out", "validation"),
      ...(evaluate.inputs.judge === undefined ? {} : { judge: evaluate.inputs.judge }),
    },
  );
}

function addChoice(stage: StageNode, run: string): StageNode {
  const choice = from(`select-checkpoint/${run}`, "choice");
  return { ...stage, inputs: { ...stage.inputs, choice } };
}
