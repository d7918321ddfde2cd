import type { StageContext, StageReturn } from "../../pipeline/stage.ts";
import type { EvaluateParams } from "../experiment/stage_params.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import type { Evaluation } from "../report/report_data.ts";
import { type PreparedData, readData } from "./dataset.ts";
import { openRunDoctor, type RunDoctor } from "./diagnose_run.ts";
import type { Evaluator } from "./evaluator.ts";
import { makeImageEvaluator } from "./image_evaluator.ts";
import { makeSignsReader, type ReadSigns } from "./measure_signs.ts";
import { makePointEvaluator } from "./point_evaluator.ts";
import { type Outcome, readOutcome } from "./read_outcome.ts";
import { readSelection } from "./selection.ts";
import { makeStackedImageEvaluator } from "./stacked_image_evaluator.ts";
import { parseSnapshotName } from "./tensor_files.ts";

/**
 * Measures samples against the test split, the final ones in full, those of each snapshot for the curve, and diagnoses
 * them. Real training samples go through the same code for the real-against-real row, which diagnoses rest on.
 */
export async function run(context: StageContext<EvaluateParams>): Promise<StageReturn> {
  const { inputs, params: { objective, curveSampleCount } } = context;
  const data = await readData(inputs.data, inputs.stacks);
  const outcome: Outcome | undefined = inputs.outcome === undefined
    ? undefined
    : await readOutcome(inputs.outcome);
  const evaluator = await makeEvaluator(context, data, { areReal: outcome === undefined });
  const readSigns = makeSignsReader(data, { sampleCount: curveSampleCount });
  const { tensors } = readSafetensors(await Deno.readFile(inputs.samples));
  const measure = (samples: StoredTensor, options: { isFinal: boolean }) => {
    const measurement = evaluator.measure(samples, options);
    return { ...measurement, signs: readSigns(samples, measurement) };
  };
  const final = tensors.final === undefined ? undefined : measure(tensors.final, { isFinal: true });
  // Distances and modes covered depend on how many samples they are of: real data is measured as the curves are, too.
  const asCurve = final !== undefined && outcome === undefined
    ? measure(takeFirst(tensors.final, curveSampleCount), { isFinal: false })
    : undefined;
  const selection = await readSelection(inputs.choice);
  const doctor = outcome === undefined ? undefined : await openRunDoctor(
    { reference: inputs.reference, history: inputs.history },
    { outcome, step: selection?.step ?? outcome.step, objective: objective ?? "" },
  );
  const curve = await measureSnapshots({ evaluator, readSigns, doctor }, tensors, context);
  const evaluation: Evaluation = {
    status: outcome?.status ?? "done",
    ...(outcome?.reason === undefined ? {} : { reason: outcome.reason }),
    protocol: {
      sampleCount: tensors.final?.shape[0] ?? 0,
      realCount: data.test.set.count,
      space: evaluator.space,
      metrics: evaluator.protocol,
      ...(evaluator.judgeAccuracy === undefined ? {} : { judgeAccuracy: evaluator.judgeAccuracy }),
    },
    ...(selection === undefined ? {} : { selection }),
    ...(doctor === undefined ? {} : { diagnosis: doctor.diagnoseRun(final?.signs, curve) }),
    ...(asCurve === undefined ? {} : {
      signs: { final: final!.signs, curve: asCurve.signs },
      snapshotMetrics: asCurve.metrics,
    }),
    metrics: { ...asCurve?.metrics, ...final?.metrics },
    curve,
    histogram: final?.histogram ?? [],
  };
  await Deno.writeTextFile(context.output("evaluation"), JSON.stringify(evaluation));
  await Deno.writeFile(
    context.output("neighbours"),
    writeSafetensors({ tensors: final?.neighbours ?? {}, metadata: {} }),
  );
  return { facts: evaluator.facts };
}

function makeEvaluator(
  context: StageContext<EvaluateParams>,
  data: PreparedData,
  options: { areReal: boolean },
): Evaluator | Promise<Evaluator> {
  const { mixture, digits } = data;
  if (mixture !== undefined) return makePointEvaluator(data, mixture);
  if (digits !== undefined) return makeStackedImageEvaluator(context, { ...data, digits }, options);
  return makeImageEvaluator(context, data, options);
}

async function measureSnapshots(
  tools: {
    readonly evaluator: Evaluator;
    readonly readSigns: ReadSigns;
    readonly doctor?: RunDoctor;
  },
  tensors: Readonly<Record<string, StoredTensor>>,
  context: Pick<StageContext, "progress">,
): Promise<Evaluation["curve"]> {
  const names = Object.keys(tensors).filter((name) => parseSnapshotName(name) !== undefined).sort();
  const curve = [];
  for (const [index, name] of names.entries()) {
    const step = parseSnapshotName(name)!;
    const measurement = tools.evaluator.measure(tensors[name], { isFinal: false });
    const signs = tools.readSigns(tensors[name], measurement);
    curve.push({
      step,
      metrics: measurement.metrics,
      ...(tools.doctor && { diagnosis: tools.doctor.diagnoseSnapshot(signs, step) }),
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
