import type { Engine } from "../../src/engine/engine.ts";
import { disposeTree } from "../../src/engine/tensor_tree.ts";
import type { StoredTensor } from "../../src/formats/safetensors.ts";
import { drawBatch, drawLatents, drawMix, gatherSamples } from "../../src/training/batches.ts";
import {
  type Gan,
  type GanSettings,
  type GanState,
  initGan,
  LOGGED,
  makeGan,
} from "../../src/training/gan.ts";
import { type StepInput, takeStep } from "../../src/training/gan_step.ts";
import { chooseMode } from "../../src/training/choose_mode.ts";
import { trainGan } from "../../src/training/train_gan.ts";
import type { GanWork } from "../work.ts";
import { Gate } from "./gate.ts";
import { loadData } from "./load_data.ts";
import { storeTensor } from "./store_tensor.ts";
import type { Workload } from "./workload.ts";

const SEED = 1;
/** Steps whose losses are compared with those of the peers. */
const CHECKED_STEPS = 3;

/** GAN steps, as `trainGan` takes them. */
export async function makeGanWorkload(engine: Engine, work: GanWork): Promise<Workload> {
  const gan = makeGan(toSettings(work), work.shape);
  const { set } = await loadData(work.shape);
  const gate = new Gate((gate) =>
    trainGan(engine, gan, {
      data: set,
      seed: SEED,
      start: { state: initGan(gan, SEED), step: 0 },
      needsState: (step) => gate.stopsAt(step),
      onRows: () => {},
      onState: (_state, step) => gate.pass(step),
    })
  );

  function drawInput(step: number): StepInput {
    const { batchSize: packs, packing = 1, latentDim } = work;
    const batchSize = packs * packing;
    const latents = (stream: string) =>
      drawLatents({ seed: SEED, stream, draw: step }, { count: batchSize, latentDim });
    const mix = () => drawMix({ seed: SEED, stream: "mix/discriminator", draw: step }, packs);
    return {
      real: [drawBatch(set, { seed: SEED, draw: step, batchSize })],
      latents: [latents("latents/discriminator"), latents("latents/generator")],
      mixes: work.gradientPenalty === undefined ? [] : [mix()],
    };
  }

  return {
    fixture: () => {
      const tensors: Record<string, StoredTensor> = {};
      const state = initGan(gan, SEED);
      for (const [name, tensor] of Object.entries({ ...state.generator, ...state.discriminator })) {
        tensors[name] = storeTensor(tensor);
      }
      const all = gatherSamples(set, Array.from({ length: set.count }, (_, index) => index));
      tensors.data = storeTensor(all);
      for (let step = 0; step < CHECKED_STEPS; step++) {
        const input = drawInput(step);
        tensors[`input_${step}/real`] = storeTensor(input.real[0]);
        input.latents.forEach((tensor, index) => {
          tensors[`input_${step}/latents_${index}`] = storeTensor(tensor);
        });
        if (input.mixes.length > 0) tensors[`input_${step}/mix`] = storeTensor(input.mixes[0]);
        disposeTree(input);
      }
      disposeTree(state, all);
      return tensors;
    },
    check: () => checkSteps(engine, gan, drawInput),
    run: (count) => gate.run(count),
  };
}

function checkSteps(
  engine: Engine,
  gan: Gan,
  drawInput: (step: number) => StepInput,
): number[][] {
  const step = engine.compile(
    "check_gan",
    (state: GanState, input: StepInput) => takeStep(gan, state, input),
    { mode: chooseMode(gan.settings) },
  );
  let state = initGan(gan, SEED);
  const rows = Array.from({ length: CHECKED_STEPS }, (_, number) => {
    const input = drawInput(number);
    const result = step(state, input);
    const logged = result.log.dataSync();
    const losses = (["discriminator_loss", "generator_loss"] as const)
      .map((name) => logged[LOGGED.indexOf(name)]);
    disposeTree(state, input, result.log);
    state = result.state;
    return losses;
  });
  disposeTree(state);
  return rows;
}

function toSettings(work: GanWork): GanSettings {
  const { latentDim, batchSize, generator, discriminator, objective, optimizer } = work;
  const { learningRate, ...moments } = optimizer;
  return {
    latentDim,
    batchSize,
    generator,
    discriminator,
    objective,
    ...(work.gradientPenalty === undefined
      ? {}
      : { gradientPenalty: { weight: work.gradientPenalty } }),
    ...(work.unrolledSteps === undefined ? {} : { unrolledSteps: work.unrolledSteps }),
    ...(work.packing === undefined ? {} : { packing: work.packing }),
    discriminatorSteps: 1,
    stepCount: Number.MAX_SAFE_INTEGER,
    optimizer: {
      kind: "adam",
      ...moments,
      learningRate: { generator: learningRate, discriminator: learningRate },
    },
  };
}
