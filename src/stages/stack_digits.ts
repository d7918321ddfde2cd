import type { StageContext } from "../../pipeline/stage.ts";
import { stackDigits } from "../datasets/stack_digits.ts";
import type { StackDigitsParams } from "../experiment/stage_params.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import { readData } from "./dataset.ts";

/** Draws which of the prepared digits are stacked to colour images. */
export async function run(context: StageContext<StackDigitsParams>): Promise<void> {
  const { seed, ...sizes } = context.params;
  const { train, test } = await readData(context.inputs.data);
  const digits = { train: train.set.count, test: test.set.count };
  const contents = stackDigits({ ...sizes, digits }, seed);
  await Deno.writeFile(context.output("stacks"), writeSafetensors(contents));
}
