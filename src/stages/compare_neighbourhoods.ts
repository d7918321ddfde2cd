import type { StageContext, StageReturn } from "../../pipeline/stage.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import { compareNeighbourhoods } from "../metrics/mod.ts";
import { makeMultiplyRows } from "./make_multiply_rows.ts";
import { restoreMatrix } from "./matrix_tensors.ts";
import { storeNeighbourhoods } from "./neighbourhood_tensors.ts";
import { describeEngine, openStageEngine } from "./open_stage_engine.ts";

/** Compares the tensors `fake` and `real` of `features`, F32 or F64 [n, d], by their neighbourhoods, with the engine's products. */
export async function run(
  context: StageContext<{ readonly neighbour: number }>,
): Promise<StageReturn> {
  const { tensors } = readSafetensors(await Deno.readFile(context.inputs.features));
  const engine = await openStageEngine(context);
  const multiply = makeMultiplyRows(engine);
  const found = compareNeighbourhoods(restoreMatrix(tensors.fake), restoreMatrix(tensors.real), {
    neighbour: context.params.neighbour,
    multiply,
  });
  await Deno.writeFile(
    context.output("neighbourhoods"),
    writeSafetensors({ tensors: storeNeighbourhoods(found), metadata: {} }),
  );
  return { facts: describeEngine(engine) };
}
