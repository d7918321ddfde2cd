import type { StageContext, StageReturn } from "../../pipeline/stage.ts";
import type { TrainJudgeParams } from "../experiment/stage_params.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import { makeJudge, trainJudge } from "../training/train_judge.ts";
import { readData } from "./dataset.ts";
import { describeEngine, openStageEngine } from "./open_stage_engine.ts";
import { storeTree } from "./tensor_files.ts";

/** Trains the judge on the training split, and measures it on the test split, which it must pass. */
export async function run(context: StageContext<TrainJudgeParams>): Promise<StageReturn> {
  const { stepCount, batchSize, minimumAccuracy, seed } = context.params;
  const engine = await openStageEngine(context);
  const { train, test } = await readData(context.inputs.data);
  const parameters = await trainJudge(engine, {
    data: train.set,
    labels: train.labels,
    batchSize,
    stepCount,
    seed,
    afterStep: (step) => context.progress({ done: step, total: stepCount, unit: "steps" }),
  });
  const { classes } = makeJudge(engine, parameters)(test.set);
  const right = classes.filter((label, index) => label === test.labels[index]).length;
  const testAccuracy = right / test.labels.length;
  if (testAccuracy < minimumAccuracy) {
    throw new Error(
      `Cannot judge with an accuracy of ${testAccuracy} on the test split: at least ${minimumAccuracy} is wanted`,
    );
  }
  const judge = writeSafetensors({ tensors: storeTree(parameters, "judge"), metadata: {} });
  await Deno.writeFile(context.output("judge"), judge);
  await Deno.writeTextFile(
    context.output("accuracy"),
    JSON.stringify({ testAccuracy, testCount: test.labels.length, stepCount }),
  );
  return { facts: describeEngine(engine) };
}
