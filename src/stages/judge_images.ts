import type { StageContext, StageReturn } from "../../pipeline/stage.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import { makeJudge } from "../training/train_judge.ts";
import { storeMatrix } from "./matrix_tensors.ts";
import { describeEngine, openStageEngine } from "./open_stage_engine.ts";
import { readParameters } from "./tensor_files.ts";

/**
 * Judges sets of images: for each tensor U8 [n, size, size] of `images`, `<name>/features` F32 [n, 128] and
 * `<name>/logits` F32 [n, 10].
 */
export async function run(context: StageContext): Promise<StageReturn> {
  const engine = await openStageEngine(context);
  const judge = makeJudge(engine, await readParameters(context.inputs.judge, "judge/"));
  const { tensors: images } = readSafetensors(await Deno.readFile(context.inputs.images));
  const tensors: Record<string, StoredTensor> = {};
  for (const [name, { shape, data }] of Object.entries(images)) {
    const [count, size] = shape;
    const { features, logits } = judge({
      shape: { kind: "images", size },
      count,
      values: data as Uint8Array,
    });
    const store = (data: Float32Array) =>
      storeMatrix({ data, rows: count, columns: data.length / count });
    tensors[`${name}/features`] = store(features);
    tensors[`${name}/logits`] = store(logits);
  }
  await Deno.writeFile(context.output("judgement"), writeSafetensors({ tensors, metadata: {} }));
  return { facts: describeEngine(engine) };
}
