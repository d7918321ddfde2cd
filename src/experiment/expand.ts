import { addSelection } from "./add_selection.ts";
import type { Experiment } from "./experiment.ts";
import {
  dataInputs,
  type ExpandExperimentOptions,
  prepareData,
  SHARED_SEED,
  toShape,
} from "./expand_data.ts";
import { listDifferences } from "./list_differences.ts";
import { listRuns, type Run } from "./list_runs.ts";
import { listSnapshots } from "./list_snapshots.ts";
import { spaceOf } from "./resolve_dataset.ts";
import type {
  CompareParams,
  DrawReferenceParams,
  DrawSamplesParams,
  EvaluateParams,
  ReportParams,
  TrainGanParams,
  TrainJudgeParams,
} from "./stage_params.ts";
import { from, type Inputs, makeNode, type StageNode } from "./stage_node.ts";

export type { ExpandExperimentOptions } from "./expand_data.ts";

const JUDGE: TrainJudgeParams = {
  stepCount: 1_875,
  batchSize: 96,
  minimumAccuracy: 0.985,
  seed: SHARED_SEED,
};

/**
 * Turns an experiment into the stages that answer its question.
 *
 * The order is: `prepare-data`, `stack-digits` (stacked MNIST only), `train-judge` (images only),
 * `draw-reference`, `evaluate/reference`, all of `train-gan`, then of `draw-samples` and of `evaluate`, `compare`,
 * `report`; where checkpoints are selected, `addSelection` says what comes to them. Runs stand in the order of
 * `listRuns`, the longest first. Params hold only what a stage needs, so that another seed, variant or claim changes no
 * run that is there already.
 *
 * @param experiment A resolved experiment.
 * @param options Where MNIST's files are; which runs are left out.
 * @returns Stages in an order in which they can be run one by one.
 * @throws {TypeError} If the data are of MNIST and not all of its files are given.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { expandExperiment } from "./expand.ts";
 * import { parseExperiment } from "./parse.ts";
 *
 * const experiment = parseExperiment({
 *   name: "ring",
 *   question: "Are all modes covered?",
 *   dataset: { kind: "ring" },
 *   seeds: [1],
 *   variants: { vanilla: {} },
 * }, { file: "ring.ts" });
 * assertEquals(expandExperiment(experiment).map(({ id }) => id), [
 *   "prepare-data",
 *   "draw-reference",
 *   "evaluate/reference",
 *   "train-gan/vanilla/seed=1",
 *   "draw-samples/vanilla/seed=1",
 *   "evaluate/vanilla/seed=1",
 *   "compare",
 *   "report",
 * ]);
 * ```
 */
export function expandExperiment(
  experiment: Experiment,
  options: ExpandExperimentOptions = {},
): StageNode[] {
  const { leaveOut = [] } = options;
  const runs = listRuns(experiment).filter(({ name }) => !leaveOut.includes(name));
  const hasJudge = spaceOf(experiment.dataset) === "images";
  const stages = [
    ...prepareData(experiment, options),
    ...(hasJudge ? [makeNode("train-judge", JUDGE, { data: from("prepare-data", "data") })] : []),
    drawReference(experiment),
    evaluateReference(experiment),
    ...runs.map((run) => trainGan(run, experiment)),
    ...runs.map((run) => drawSamples(run, experiment)),
    ...runs.map((run) => evaluateRun(run, experiment)),
    compareRuns(experiment, runs),
    writeReport(experiment, runs),
  ];
  return addSelection(stages, experiment);
}

function drawReference({ dataset, evaluation }: Experiment): StageNode {
  const { sampleCount } = evaluation;
  const params: DrawReferenceParams = { sampleCount, seed: SHARED_SEED };
  return makeNode("draw-reference", params, dataInputs(dataset));
}

function evaluateReference(experiment: Experiment): StageNode {
  const { curveSampleCount } = experiment.evaluation;
  const params: EvaluateParams = { curveSampleCount };
  return makeNode("evaluate/reference", params, {
    samples: from("draw-reference", "samples"),
    ...realInputs(experiment),
  });
}

function trainGan(run: Run, { dataset, evaluation }: Experiment): StageNode {
  const { settings, seed } = run;
  const snapshots = listSnapshots(settings.stepCount, evaluation.every);
  const shape = toShape(dataset);
  const params: TrainGanParams = { settings, seed, dataset: shape, snapshots };
  return makeNode(`train-gan/${run.name}`, params, dataInputs(dataset));
}

function drawSamples(run: Run, { dataset, evaluation }: Experiment): StageNode {
  const { latentDim, generator } = run.settings;
  const { sampleCount, curveSampleCount, gridSize } = evaluation;
  const params: DrawSamplesParams = {
    latentDim,
    generator,
    seed: run.seed,
    sampleCount,
    curveSampleCount,
    gridSize,
    dataset: toShape(dataset),
  };
  return makeNode(`draw-samples/${run.name}`, params, {
    generators: from(`train-gan/${run.name}`, "generators"),
    outcome: from(`train-gan/${run.name}`, "outcome"),
  });
}

function evaluateRun(run: Run, experiment: Experiment): StageNode {
  const { curveSampleCount } = experiment.evaluation;
  const { objective } = run.settings;
  const params: EvaluateParams = { curveSampleCount, objective };
  return makeNode(`evaluate/${run.name}`, params, {
    samples: from(`draw-samples/${run.name}`, "samples"),
    outcome: from(`train-gan/${run.name}`, "outcome"),
    history: from(`train-gan/${run.name}`, "history"),
    reference: from("evaluate/reference", "evaluation"),
    ...realInputs(experiment),
  });
}

function compareRuns(experiment: Experiment, runs: readonly Run[]): StageNode {
  const { name, question, seeds, claims, evaluation: { curveSampleCount } } = experiment;
  const variants = Object.keys(experiment.variants);
  const params: CompareParams = {
    experiment: name,
    question,
    seeds,
    variants,
    claims,
    curveSampleCount,
  };
  return makeNode("compare", params, listEvaluations(runs));
}

function writeReport(experiment: Experiment, runs: readonly Run[]): StageNode {
  const { name, question, dataset, seeds, variants, evaluation, claims } = experiment;
  const { published, protocolDifferences } = experiment;
  const params: ReportParams = {
    title: name,
    question,
    dataset,
    seeds,
    variantNames: Object.keys(variants),
    variants,
    differences: listDifferences(variants),
    evaluation,
    claims,
    ...(published === undefined ? {} : { published }),
    ...(protocolDifferences === undefined ? {} : { protocolDifferences }),
  };
  const inputs: Inputs = {
    comparison: from("compare", "comparison"),
    ...listEvaluations(runs),
    "samples/reference": from("draw-reference", "samples"),
  };
  if (spaceOf(dataset) === "images") inputs.accuracy = from("train-judge", "accuracy");
  for (const run of runs) {
    inputs[`history/${run.name}`] = from(`train-gan/${run.name}`, "history");
    inputs[`snapshots/${run.name}`] = from(`draw-samples/${run.name}`, "snapshots");
    inputs[`planes/${run.name}`] = from(`train-gan/${run.name}`, "planes");
    inputs[`walks/${run.name}`] = from(`draw-samples/${run.name}`, "walks");
    inputs[`neighbours/${run.name}`] = from(`evaluate/${run.name}`, "neighbours");
  }
  return makeNode("report", params, inputs);
}

function listEvaluations(runs: readonly Run[]): Inputs {
  const names = [...runs.map((run) => run.name), "reference"];
  return Object.fromEntries(
    names.map((name) => [`evaluation/${name}`, from(`evaluate/${name}`, "evaluation")]),
  );
}

function realInputs(experiment: Experiment): Inputs {
  const data = dataInputs(experiment.dataset);
  const isJudged = spaceOf(experiment.dataset) === "images";
  return isJudged ? { ...data, judge: from("train-judge", "judge") } : data;
}
