import type { StageContext } from "../../pipeline/stage.ts";
import { prepareMixture } from "../datasets/prepare_mixture.ts";
import { prepareMnist } from "../datasets/prepare_mnist.ts";
import type { PrepareDataParams } from "../experiment/stage_params.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";

/** Turns a data set into `data.safetensors`: train and test samples with their labels. */
export async function run(context: StageContext<PrepareDataParams>): Promise<void> {
  const { params } = context;
  const contents = !("seed" in params)
    ? prepareMnist({
      trainImages: await Deno.readFile(context.inputs.trainImages),
      trainLabels: await Deno.readFile(context.inputs.trainLabels),
      testImages: await Deno.readFile(context.inputs.testImages),
      testLabels: await Deno.readFile(context.inputs.testLabels),
    })
    : prepareMixture(params.dataset, params.seed);
  await Deno.writeFile(context.output("data"), writeSafetensors(contents));
}
