import type * as tf from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import { disposeTree } from "../engine/tensor_tree.ts";
import { drawBatch, drawLatents, type TrainingSet } from "./batches.ts";
import { type Gan, type GanState, LOGGED, type StepLog } from "./gan.ts";
import { type StepInput, takeStep } from "./gan_step.ts";

/** One row of the history: the step, then its log in the order of {@linkcode LOGGED}. */
export type HistoryRow = readonly number[];

/** Why and when a run ended early. */
export interface Divergence {
  readonly step: number;
  /** E.g. `"discriminator_loss is NaN at step 412"`. */
  readonly reason: string;
}

/** What the loop tells its caller after each step. */
export interface StepReport {
  /** Steps done, from 1. */
  readonly step: number;
  readonly state: GanState;
  readonly row: HistoryRow;
  readonly elapsedMs: number;
}

/**
 * The training loop.
 *
 * Every draw is named by (seed, stream, step), so a loop that starts from a saved state at step n goes on bit for bit as
 * one that was never interrupted.
 *
 * @param engine Compiles the step.
 * @param gan Networks, objective, settings.
 * @param options Data, seed, where to start, and `afterStep`, which is awaited and must not dispose of the state.
 * @returns The last state, and the divergence if a loss was not finite.
 */
export async function trainGan(engine: Engine, gan: Gan, options: {
  readonly data: TrainingSet;
  readonly seed: number;
  readonly start: { readonly state: GanState; readonly step: number };
  readonly afterStep: (report: StepReport) => Promise<void> | void;
}): Promise<{ state: GanState; divergence?: Divergence }> {
  const step = engine.compile(
    "train_gan",
    (state: GanState, input: StepInput): { state: GanState; log: StepLog } =>
      takeStep(gan, state, input),
  );
  let { state } = options.start;
  for (let number = options.start.step + 1; number <= gan.settings.stepCount; number++) {
    const startedAt = performance.now();
    const input = drawInput(gan, options, number);
    const result = step(state, input);
    const row = [number, ...LOGGED.map((name) => result.log[name].dataSync()[0])];
    disposeTree(state, input, result.log);
    state = result.state;
    const divergence = findDivergence(row);
    if (divergence) return { state, divergence };
    await options.afterStep({ step: number, state, row, elapsedMs: performance.now() - startedAt });
  }
  return { state };
}

function drawInput(
  gan: Gan,
  { data, seed }: { data: TrainingSet; seed: number },
  step: number,
): StepInput {
  const { batchSize, latentDim, discriminatorSteps } = gan.settings;
  const latents = (stream: string, draw: number): tf.Tensor =>
    drawLatents({ seed, stream, draw }, { count: batchSize, latentDim });
  const updates = Array.from(
    { length: discriminatorSteps },
    (_, index) => (step - 1) * discriminatorSteps + index,
  );
  return {
    real: updates.map((draw) => drawBatch(data, { seed, draw, batchSize })),
    latents: [
      ...updates.map((draw) => latents("latents/discriminator", draw)),
      latents("latents/generator", step - 1),
    ],
  };
}

/** Finds a loss of a row that is NaN or infinite. */
export function findDivergence(row: HistoryRow): Divergence | undefined {
  const [step, ...values] = row;
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return undefined;
  return { step, reason: `${LOGGED[at]} is ${values[at]} at step ${step}` };
}
