import type { Dataset, Experiment, MnistDataset, StackedMnistDataset } from "./experiment.ts";
import { from, type Inputs, makeNode, type StageFile, type StageNode } from "./stage_node.ts";
import type { PrepareDataParams, SampleShape, StackDigitsParams } from "./stage_params.ts";

/** Options of `expandExperiment()`. */
export interface ExpandExperimentOptions {
  /** MNIST's files: trainImages, trainLabels, testImages, testLabels. Wanted where it is the data. */
  readonly mnistFiles?: Readonly<Record<string, StageFile>>;
  /** Names of runs that have no result, such as "vanilla/seed=1": none of their stages is made, or read from. */
  readonly leaveOut?: readonly string[];
}

/** Data, judge and reference are the same for all seeds of an experiment. */
export const SHARED_SEED = 0;

const MNIST_FILES = ["trainImages", "trainLabels", "testImages", "testLabels"];
const MNIST: MnistDataset = { kind: "mnist", size: 28 };

/**
 * Makes the stages that prepare the data. Stacks are made of MNIST as every experiment on digits
 * prepares it, so that they share its artifact, and the judge that is trained on it.
 *
 * @param experiment A resolved experiment.
 * @param options Where MNIST's files are.
 * @returns `prepare-data`, and `stack-digits` where digits are stacked.
 * @throws {TypeError} If the data are of MNIST and not all of its files are given.
 */
export function prepareData(
  { dataset, name }: Pick<Experiment, "dataset" | "name">,
  options: ExpandExperimentOptions,
): StageNode[] {
  if (dataset.kind === "mnist") return [prepareMnist(name, options)];
  if (dataset.kind === "stacked-mnist") return [prepareMnist(name, options), stackDigits(dataset)];
  const params: PrepareDataParams = { dataset, seed: SHARED_SEED };
  return [makeNode("prepare-data", params, {})];
}

/** The prepared data, as the stages read it that use it. */
export function dataInputs(dataset: Dataset): Inputs {
  const data = from("prepare-data", "data");
  return dataset.kind === "stacked-mnist"
    ? { data, stacks: from("stack-digits", "stacks") }
    : { data };
}

/** What the networks make and see. */
export function toShape(dataset: Dataset): SampleShape {
  switch (dataset.kind) {
    case "mnist":
      return { kind: "images", size: dataset.size };
    case "stacked-mnist":
      return { kind: "images", size: dataset.size, channels: dataset.channels };
    default:
      return { kind: "points" };
  }
}

function prepareMnist(name: string, options: ExpandExperimentOptions): StageNode {
  const files = options.mnistFiles ?? {};
  const missing = MNIST_FILES.filter((file) => !Object.hasOwn(files, file));
  if (missing.length > 0) {
    throw new TypeError(
      `Cannot expand "${name}": its data are MNIST and options.mnistFiles lacks ${
        missing.join(", ")
      }; a path and a digest for each are wanted`,
    );
  }
  const params: PrepareDataParams = { dataset: MNIST };
  const entries = MNIST_FILES.map((file) => [file, files[file]]);
  return { ...makeNode("prepare-data", params, {}), files: Object.fromEntries(entries) };
}

function stackDigits({ channels, trainCount, testCount }: StackedMnistDataset): StageNode {
  const params: StackDigitsParams = { channels, trainCount, testCount, seed: SHARED_SEED };
  return makeNode("stack-digits", params, { data: from("prepare-data", "data") });
}
