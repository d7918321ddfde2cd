import type * as tf from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import { disposeTree } from "../engine/tensor_tree.ts";
import { drawBatch, drawLatents, drawMix, type TrainingSet } from "./batches.ts";
import { chooseMode } from "./choose_mode.ts";
import { type Gan, type GanState, LOGGED } from "./gan.ts";
import { type StepInput, takeStep } from "./gan_step.ts";

/** One row of the history: the step, then its log in the order of {@linkcode LOGGED}. */
export type HistoryRow = readonly number[];

/** Why and when a run ended early. */
export interface Divergence {
  readonly step: number;
  /** E.g. `"discriminator_loss is NaN at step 412"`. */
  readonly reason: string;
}

/** What the loop is run with. */
export interface TrainGanOptions {
  readonly data: TrainingSet;
  readonly seed: number;
  readonly start: { readonly state: GanState; readonly step: number };
  /** Whether `onState` must be called after this step; it may be called after others too. */
  readonly needsState: (step: number) => boolean;
  /** Told of the history's rows, each once, and the milliseconds that each of them took. */
  readonly onRows: (rows: readonly HistoryRow[], stepMs: number) => void;
  /** Told of the state after a step, from 1, whose rows have been given; awaited, and must not dispose of the state. */
  readonly onState: (state: GanState, step: number) => Promise<void> | void;
}

/**
 * Logs stay on the device until this much time has passed or the state is needed, so that the device never waits for the
 * host to read them. It has no influence on results.
 */
const READ_INTERVAL_MS = 100;

/**
 * The training loop.
 *
 * Every draw is named by (seed, stream, step), so a loop that starts from a saved state at step n goes on bit for bit as
 * one that was never interrupted.
 *
 * @param engine Compiles the step.
 * @param gan Networks, objective, settings.
 * @param options Data, seed, where to start, and who is told.
 * @returns The last state, and the divergence if a loss was not finite; the state is then a later one, of no use.
 */
export async function trainGan(
  engine: Engine,
  gan: Gan,
  options: TrainGanOptions,
): Promise<{ state: GanState; divergence?: Divergence }> {
  const step = engine.compile(
    "train_gan",
    (state: GanState, input: StepInput) => takeStep(gan, state, input),
    { mode: chooseMode(gan.settings) },
  );
  const last = gan.settings.stepCount;
  let { state } = options.start;
  let unread: tf.Tensor[] = [];
  let readAt = performance.now();
  for (let number = options.start.step + 1; number <= last; number++) {
    const input = drawInput(gan, options, number);
    const result = step(state, input);
    disposeTree(state, input);
    state = result.state;
    unread.push(result.log);
    const elapsedMs = performance.now() - readAt;
    if (elapsedMs < READ_INTERVAL_MS && number < last && !options.needsState(number)) continue;

    const rows = readRows(unread, number);
    const divergence = rows.map(findDivergence).find((found) => found !== undefined);
    const healthy = divergence ? rows.filter((row) => row[0] < divergence.step) : rows;
    options.onRows(healthy, (performance.now() - readAt) / rows.length);
    if (divergence) return { state, divergence };
    await options.onState(state, number);
    unread = [];
    readAt = performance.now();
  }
  return { state };
}

/** Reads, and frees, the logs of the steps up to `last`. */
function readRows(logs: readonly tf.Tensor[], last: number): HistoryRow[] {
  const rows = logs.map((log, index) => [last - logs.length + 1 + index, ...log.dataSync()]);
  disposeTree(logs);
  return rows;
}

function drawInput(
  gan: Gan,
  { data, seed }: { data: TrainingSet; seed: number },
  step: number,
): StepInput {
  const { batchSize, latentDim, discriminatorSteps, gradientPenalty, unrolledSteps, packing = 1 } =
    gan.settings;
  const count = batchSize * packing;
  const latents = (stream: string, draw: number): tf.Tensor =>
    drawLatents({ seed, stream, draw }, { count, latentDim });
  const mix = (stream: string, draw: number): tf.Tensor =>
    drawMix({ seed, stream, draw }, batchSize);
  const updates = Array.from(
    { length: discriminatorSteps },
    (_, index) => (step - 1) * discriminatorSteps + index,
  );
  return {
    real: updates.map((draw) => drawBatch(data, { seed, draw, batchSize: count })),
    latents: [
      ...updates.map((draw) => latents("latents/discriminator", draw)),
      latents("latents/generator", step - 1),
    ],
    mixes: gradientPenalty === undefined ? [] : [
      ...updates.map((draw) => mix("mix/discriminator", draw)),
      ...(unrolledSteps ? [mix("mix/generator", step - 1)] : []),
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
