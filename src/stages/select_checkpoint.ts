import type { StageContext, StageReturn } from "../../pipeline/stage.ts";
import type { Engine } from "../engine/engine.ts";
import { disposeTree } from "../engine/tensor_tree.ts";
import type { SelectCheckpointParams } from "../experiment/stage_params.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import { METRICS, nameMetric } from "../metrics/mod.ts";
import { makeGenerator } from "../networks/generator.ts";
import { findBestStep, type StepValue } from "../statistics/find_best_step.ts";
import { drawSamples } from "../training/draw_samples.ts";
import { compileGenerator } from "../training/gan.ts";
import { readData } from "./dataset.ts";
import { makeImageEvaluator } from "./image_evaluator.ts";
import { describeEngine, openStageEngine } from "./open_stage_engine.ts";
import { makePointEvaluator } from "./point_evaluator.ts";
import { readOutcome } from "./read_outcome.ts";
import type { Selection } from "./selection.ts";
import { nameSnapshot, parseSnapshotName, takeParameters, toStoredTensor } from "./tensor_files.ts";

/**
 * Chooses the snapshot whose samples are best by one metric against the validation split, which is all that this stage
 * is given beside training data: what its input calls the test split is that one.
 *
 * Where no snapshot has a value of the metric, the last step is chosen, and so it is for a run that diverged, whose
 * final samples nobody draws.
 */
export async function run(context: StageContext<SelectCheckpointParams>): Promise<StageReturn> {
  const engine = await openStageEngine(context);
  const choice = await selectCheckpoint(context, engine);
  await Deno.writeTextFile(context.output("choice"), JSON.stringify(choice));
  return { facts: describeEngine(engine) };
}

/** The choice, made with an engine that is open already. */
export async function selectCheckpoint(
  context: StageContext<SelectCheckpointParams>,
  engine: Engine,
): Promise<Selection> {
  const { metric, latentDim, dataset: shape, seed, curveSampleCount: count } = context.params;
  const data = await readData(context.inputs.data);
  const evaluator = data.mixture === undefined
    ? await makeImageEvaluator(context, data, { areReal: false, engine })
    : makePointEvaluator(data, data.mixture);
  const generate = compileGenerator(
    engine,
    makeGenerator(context.params.generator, { latentDim, shape }),
  );
  const { tensors } = readSafetensors(await Deno.readFile(context.inputs.generators));
  const steps = listSteps(tensors);
  const curve: StepValue[] = [];
  for (const [index, step] of steps.entries()) {
    const parameters = takeParameters(tensors, `${nameSnapshot(step)}/`);
    const samples = drawSamples(generate, parameters, {
      count,
      latentDim,
      seed,
      stream: "latents/validation",
      shape,
    });
    disposeTree(parameters);
    const { metrics } = evaluator.measure(toStoredTensor(samples, shape), { isFinal: true });
    const value = metrics[nameMetric(metric, count)];
    if (value !== undefined) curve.push({ step, value });
    await context.progress({ done: index + 1, total: steps.length, unit: "snapshots" });
  }
  const { status, step: last } = await readOutcome(context.inputs.outcome);
  const best = status === "diverged" ? null : findBestStep(curve, METRICS[metric].better!);
  return {
    metric: nameMetric(metric, count),
    validationCount: data.test.set.count,
    step: best ?? last,
    curve,
  };
}

function listSteps(tensors: Readonly<Record<string, StoredTensor>>): number[] {
  return [...new Set(Object.keys(tensors).map((name) => parseSnapshotName(name)!))]
    .sort((first, second) => first - second);
}
