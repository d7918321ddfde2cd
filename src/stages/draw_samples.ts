import type { StageContext, StageReturn } from "../../pipeline/stage.ts";
import type { DrawSamplesParams } from "../experiment/stage_params.ts";
import { disposeTree } from "../engine/tensor_tree.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import { makeGenerator } from "../networks/generator.ts";
import { compileGenerator } from "../training/gan.ts";
import { drawSamples, FIXED_LATENTS } from "../training/draw_samples.ts";
import { drawWalks } from "../training/draw_walks.ts";
import { describeEngine, openStageEngine } from "./open_stage_engine.ts";
import { readOutcome } from "./read_outcome.ts";
import { readSelection } from "./selection.ts";
import { nameSnapshot, parseSnapshotName, takeParameters, toStoredTensor } from "./tensor_files.ts";

/**
 * Draws samples to evaluate: some at each snapshot, more from the final generator, the last or the selected one; and the
 * few of each snapshot that are shown, of the same latents each time. A diverged run has no final samples.
 */
export async function run(context: StageContext<DrawSamplesParams>): Promise<StageReturn> {
  const { latentDim, dataset: shape, seed, sampleCount, curveSampleCount, gridSize } =
    context.params;
  const engine = await openStageEngine(context);
  const generator = makeGenerator(context.params.generator, { latentDim, shape });
  const generate = compileGenerator(engine, generator);
  const outcome = await readOutcome(context.inputs.outcome);
  const selection = await readSelection(context.inputs.choice);
  const finalStep = selection?.step ?? outcome.step;
  const stored = readSafetensors(await Deno.readFile(context.inputs.generators)).tensors;
  const steps = [...new Set(Object.keys(stored).map((name) => parseSnapshotName(name)!))]
    .sort((first, second) => first - second);
  const tensors: Record<string, StoredTensor> = {};
  const snapshots: Record<string, StoredTensor> = {};
  const walks: Record<string, StoredTensor> = {};
  for (const [index, step] of steps.entries()) {
    const name = nameSnapshot(step);
    const parameters = takeParameters(stored, `${name}/`);
    const draw = (stream: string, count: number) =>
      toStoredTensor(
        drawSamples(generate, parameters, { count, latentDim, seed, stream, shape }),
        shape,
      );
    tensors[name] = draw("latents/curve", curveSampleCount);
    snapshots[name] = draw(FIXED_LATENTS, gridSize);
    if (outcome.status === "done" && step === finalStep) {
      tensors.final = draw("latents/final", sampleCount);
      if (shape.kind === "images") {
        walks.walks = toStoredTensor(
          drawWalks(generate, parameters, { latentDim, seed, shape }),
          shape,
        );
      }
    }
    disposeTree(parameters);
    await context.progress({ done: index + 1, total: steps.length, unit: "snapshots" });
  }
  const write = (name: string, tensors: Record<string, StoredTensor>) =>
    Deno.writeFile(context.output(name), writeSafetensors({ tensors, metadata: {} }));
  await write("samples", tensors);
  await write("snapshots", snapshots);
  await write("walks", walks);
  return { facts: describeEngine(engine) };
}
