import type { StageContext, StageReturn } from "../../pipeline/stage.ts";
import type { TrainGanParams } from "../experiment/stage_params.ts";
import { writeCsv } from "../formats/csv.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import { compileGenerator, type GanState, initGan, LOGGED, makeGan } from "../training/gan.ts";
import {
  compileDiscriminator,
  drawField,
  drawManifold,
  findPlaneWindow,
} from "../training/draw_plane.ts";
import { drawSamples, FIXED_LATENTS } from "../training/draw_samples.ts";
import { type HistoryRow, trainGan } from "../training/train_gan.ts";
import { CheckpointFile, type TrainingProgress } from "./checkpoint_file.ts";
import { readData } from "./dataset.ts";
import { encodePreview } from "./encode_preview.ts";
import { describeEngine, openStageEngine } from "./open_stage_engine.ts";
import { toPlaneTensors } from "./plane_tensors.ts";
import { nameSnapshot, storeTree, toStoredTensor } from "./tensor_files.ts";

/** Samples that those who watch are shown. */
const PREVIEW_COUNTS = { images: 64, points: 512 };

/** Trains one GAN; a killed training goes on from its checkpoint, bit for bit. */
export async function run(context: StageContext<TrainGanParams>): Promise<StageReturn> {
  const { settings, seed, dataset: shape, snapshots } = context.params;
  const engine = await openStageEngine(context);
  const data = (await readData(context.inputs.data, context.inputs.stacks)).train.set;
  const gan = makeGan(settings, shape);
  const generate = compileGenerator(engine, gan.generator);
  // Of points, what both networks make of the plane is kept beside the samples.
  const answer = shape.kind === "points" ? compileDiscriminator(engine, gan.discriminator) : null;
  const checkpoint = new CheckpointFile(
    context.checkpointPath,
    context.environment,
    engine.description,
  );
  const start = await checkpoint.load(initGan(gan, seed));
  const progress: TrainingProgress = start.progress;
  const isSnapshot = new Set(snapshots);

  /** Keeps the generator of a step, and gives some of its samples to those who watch. */
  function keepSnapshot(state: GanState, step: number): string {
    const name = nameSnapshot(step);
    Object.assign(progress.generators, storeTree(state.generator, name));
    const { batchSize, latentDim } = settings;
    const drawn = {
      count: PREVIEW_COUNTS[shape.kind],
      latentDim,
      seed,
      stream: FIXED_LATENTS,
      shape,
    };
    const samples = toStoredTensor(drawSamples(generate, state.generator, drawn), shape);
    if (answer === null) return encodePreview(samples, null);
    const company = data.values as Float32Array;
    const window = findPlaneWindow(company);
    const field = { window, company, batchSize, packing: settings.packing ?? 1 };
    Object.assign(
      progress.planes,
      toPlaneTensors(name, {
        window,
        field: drawField(answer, state.discriminator, field),
        manifold: drawManifold(generate, state.generator, latentDim),
      }),
    );
    return encodePreview(samples, window);
  }

  // What training costs, and what snapshots, checkpoints and telling cost beside it.
  const loop = { stepsMs: 0, besidesMs: 0 };
  const { state, divergence } = await trainGan(engine, gan, {
    data,
    seed,
    start: { state: start.state, step: start.step },
    needsState: (step) => isSnapshot.has(step),
    onRows: (rows, stepMs) => {
      loop.stepsMs += rows.length * stepMs;
      progress.history.push(...rows);
      progress.timing.push(...rows.map(([step]) => [step, stepMs]));
    },
    onState: async (state, step) => {
      const startedAt = performance.now();
      const seen = isSnapshot.has(step) ? { preview: keepSnapshot(state, step) } : {};
      await checkpoint.saveIfDue({ state, step }, progress);
      const values = nameLogged(progress.history[progress.history.length - 1]);
      const report = { done: step, total: settings.stepCount, unit: "steps", values, ...seen };
      await context.progress(report);
      loop.besidesMs += performance.now() - startedAt;
    },
  });

  const countOf = (parameters: Record<string, { size: number }>) =>
    Object.values(parameters).reduce((sum, { size }) => sum + size, 0);
  const outcome = {
    status: divergence ? "diverged" : "done",
    step: divergence?.step ?? settings.stepCount,
    ...(divergence ? { reason: divergence.reason } : {}),
    discriminatorParameters: countOf(state.discriminator),
    generatorParameters: countOf(state.generator),
  };
  const write = (name: string, bytes: Uint8Array) => Deno.writeFile(context.output(name), bytes);
  await write("generators", writeSafetensors({ tensors: progress.generators, metadata: {} }));
  await write("planes", writeSafetensors({ tensors: progress.planes, metadata: {} }));
  const history = writeCsv(["step", ...LOGGED], progress.history);
  await Deno.writeTextFile(context.output("history"), history);
  const timing = writeCsv(["step", "step_ms"], progress.timing);
  await Deno.writeTextFile(context.output("timing"), timing);
  await Deno.writeTextFile(context.output("outcome"), JSON.stringify(outcome));
  const samplesPerBatch = settings.batchSize * (settings.packing ?? 1);
  return {
    facts: { ...describeEngine(engine), loop, samplesPerBatch },
    diverged: divergence?.reason,
  };
}

/** What a step logged, by name. */
function nameLogged([_step, ...values]: HistoryRow): Record<string, number> {
  return Object.fromEntries(LOGGED.map((name, at) => [name, values[at]]));
}
