import type { StageContext } from "../../pipeline/stage.ts";
import { holdOutValidation } from "../datasets/hold_out_validation.ts";
import type { HoldOutParams } from "../experiment/stage_params.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";

/** Parts a validation split from the training split of a prepared data set. */
export async function run(context: StageContext<HoldOutParams>): Promise<void> {
  const contents = readSafetensors(await Deno.readFile(context.inputs.data));
  const { data, validation } = holdOutValidation(contents, context.params.count);
  await Deno.writeFile(context.output("data"), writeSafetensors(data));
  await Deno.writeFile(context.output("validation"), writeSafetensors(validation));
}
