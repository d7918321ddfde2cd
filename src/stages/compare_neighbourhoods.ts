import type { StageContext, StageReturn } from "../../pipeline/stage.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import { compareNeighbourhoods, type FeatureMatrix } from "../metrics/mod.ts";
import { makeMultiplyRows } from "./make_multiply_rows.ts";
import { storeNeighbourhoods } from "./neighbourhood_tensors.ts";
import { describeEngine, openStageEngine } from "./open_stage_engine.ts";

/** Compares the tensors `fake` and `real` of `features`, F32 or F64 [n, d], by their neighbourhoods, with the engine's products. */
export async function run(
  context: StageContext<{ readonly neighbour: number }>,
): Promise<StageReturn> {
  const { tensors } = readSafetensors(await Deno.readFile(context.inputs.features));
  const engine = await openStageEngine(context);
  const multiply = makeMultiplyRows(engine);
  const found = compareNeighbourhoods(toMatrix(tensors.fake), toMatrix(tensors.real), {
    neighbour: context.params.neighbour,
    multiply,
  });
  await Deno.writeFile(
    context.output("neighbourhoods"),
    writeSafetensors({ tensors: storeNeighbourhoods(found), metadata: {} }),
  );
  return { facts: describeEngine(engine) };
}

function toMatrix({ data, shape: [rows, columns] }: StoredTensor): FeatureMatrix {
  return { data: data as Float32Array | Float64Array, rows, columns };
}
