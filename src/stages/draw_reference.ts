import type { StageContext } from "../../pipeline/stage.ts";
import { drawPermutation } from "../engine/random.ts";
import type { DrawReferenceParams } from "../experiment/stage_params.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import { copySamples } from "../training/training_set.ts";
import { readData } from "./dataset.ts";
import { toStoredTensor } from "./tensor_files.ts";

/** Draws real training samples without replacement, to be evaluated like a generator's: the real-against-real row. */
export async function run(context: StageContext<DrawReferenceParams>): Promise<void> {
  const { sampleCount, seed } = context.params;
  const { set } = (await readData(context.inputs.data, context.inputs.stacks)).train;
  const order = drawPermutation({ seed, stream: "reference", step: 0 }, set.count);
  const values = copySamples(set, order.subarray(0, sampleCount));
  const tensors = { final: toStoredTensor(values, set.shape) };
  await Deno.writeFile(context.output("samples"), writeSafetensors({ tensors, metadata: {} }));
}
