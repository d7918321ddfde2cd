import type { StageContext } from "../../pipeline/stage.ts";
import { drawPermutation } from "../engine/random.ts";
import type { DrawReferenceParams } from "../experiment/stage_params.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import { readData } from "./dataset.ts";
import { toStoredTensor } from "./tensor_files.ts";

/** Draws real training samples without replacement, to be evaluated like a generator's: the real-against-real row. */
export async function run(context: StageContext<DrawReferenceParams>): Promise<void> {
  const { sampleCount, seed } = context.params;
  const { set } = (await readData(context.inputs.data)).train;
  const order = drawPermutation({ seed, stream: "reference", step: 0 }, set.count);
  const width = set.values.length / set.count;
  const values = set.values.slice(0, sampleCount * width);
  order.subarray(0, sampleCount).forEach((from, row) => {
    values.set(set.values.subarray(from * width, (from + 1) * width), row * width);
  });
  const tensors = { final: toStoredTensor(values, set.shape) };
  await Deno.writeFile(context.output("samples"), writeSafetensors({ tensors, metadata: {} }));
}
