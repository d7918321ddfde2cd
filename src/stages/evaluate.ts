import type { StageContext, StageReturn } from "../../pipeline/stage.ts";
import type { EvaluateParams } from "../experiment/stage_params.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import { readData } from "./dataset.ts";
import type { Evaluator, Measurement } from "./evaluator.ts";
import { makeImageEvaluator } from "./image_evaluator.ts";
import { makePointEvaluator } from "./point_evaluator.ts";
import { type Outcome, readOutcome } from "./read_outcome.ts";
import { parseSnapshotName } from "./tensor_files.ts";

/**
 * Measures samples against the test split: the final ones in full, those of each snapshot for the curve. Real training
 * samples go through the same code for the real-against-real row.
 */
export async function run(context: StageContext<EvaluateParams>): Promise<StageReturn> {
  const data = await readData(context.inputs.data);
  const outcome: Outcome | undefined = context.inputs.outcome === undefined
    ? undefined
    : await readOutcome(context.inputs.outcome);
  const evaluator = data.mixture === undefined
    ? await makeImageEvaluator(context, data, { areReal: outcome === undefined })
    : makePointEvaluator(data, data.mixture);
  const { tensors } = readSafetensors(await Deno.readFile(context.inputs.samples));
  const final = tensors.final === undefined ? undefined : evaluator.measure(tensors.final);
  // Distances depend on how many samples they are of: real data is measured as the curves are, too.
  const asCurve = final !== undefined && outcome === undefined
    ? evaluator.measure(takeFirst(tensors.final, context.params.curveSampleCount)).metrics
    : {};
  const evaluation = {
    status: outcome?.status ?? "done",
    ...(outcome?.reason === undefined ? {} : { reason: outcome.reason }),
    protocol: {
      sampleCount: tensors.final?.shape[0] ?? 0,
      realCount: data.test.set.count,
      space: evaluator.space,
    },
    metrics: { ...asCurve, ...final?.metrics },
    curve: await measureSnapshots(evaluator, tensors, context),
    histogram: final?.histogram ?? [],
  };
  await Deno.writeTextFile(context.output("evaluation"), JSON.stringify(evaluation));
  await Deno.writeFile(
    context.output("neighbours"),
    writeSafetensors({ tensors: final?.neighbours ?? {}, metadata: {} }),
  );
  return { facts: evaluator.facts };
}

async function measureSnapshots(
  evaluator: Evaluator,
  tensors: Readonly<Record<string, StoredTensor>>,
  context: Pick<StageContext, "progress">,
): Promise<{ step: number; metrics: Measurement["metrics"] }[]> {
  const names = Object.keys(tensors).filter((name) => parseSnapshotName(name) !== undefined).sort();
  const curve = [];
  for (const [index, name] of names.entries()) {
    curve.push({
      step: parseSnapshotName(name)!,
      metrics: evaluator.measure(tensors[name]).metrics,
    });
    await context.progress({ done: index + 1, total: names.length, unit: "snapshots" });
  }
  return curve;
}

function takeFirst({ dtype, shape, data }: StoredTensor, most: number): StoredTensor {
  const count = Math.min(most, shape[0]);
  const width = data.length / shape[0];
  return { dtype, shape: [count, ...shape.slice(1)], data: data.subarray(0, count * width) };
}
