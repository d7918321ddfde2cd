import type * as tf from "@tensorflow/tfjs";
import { type AdamSettings, type AdamState, initAdam } from "../engine/optimizers/adam.ts";
import type { Engine } from "../engine/engine.ts";
import { type DiscriminatorSettings, makeDiscriminator } from "../networks/discriminator.ts";
import { type GeneratorSettings, makeGenerator } from "../networks/generator.ts";
import type { Network, Parameters, SampleShape } from "../networks/network.ts";
import { type ObjectiveName, OBJECTIVES } from "../objectives/catalogue.ts";
import type { Objective } from "../objectives/objective.ts";

/** How one variant is trained: what a spec says of it, resolved. */
export interface GanSettings {
  /** Numbers in a latent vector. */
  readonly latentDim: number;
  /** Inputs of the discriminator in a batch, each of `packing` samples. */
  readonly batchSize: number;
  /** Generator updates. */
  readonly stepCount: number;
  /** k: discriminator updates before each generator update. */
  readonly discriminatorSteps: number;
  readonly objective: ObjectiveName;
  /** Absent: the discriminator's loss is the objective's alone. */
  readonly gradientPenalty?: { readonly weight: number };
  /** How far the generator looks ahead, see {@linkcode takeStep}. Absent: not at all. */
  readonly unrolledSteps?: number;
  /** Samples that the discriminator sees joined as one, see {@linkcode packSamples}. Absent: 1. */
  readonly packing?: number;
  readonly optimizer: AdamSettings & {
    readonly kind: "adam";
    readonly learningRate: { readonly generator: number; readonly discriminator: number };
  };
  readonly generator: GeneratorSettings;
  readonly discriminator: DiscriminatorSettings;
}

/** Two networks, what they minimise, and how. */
export interface Gan {
  readonly settings: GanSettings;
  readonly generator: Network;
  readonly discriminator: Network;
  readonly objective: Objective;
}

/** Everything that training changes. */
export type GanState = {
  readonly discriminator: Parameters;
  readonly generator: Parameters;
  readonly discriminatorOptimizer: AdamState;
  readonly generatorOptimizer: AdamState;
};

/** Quantities that a step logs. Losses in nats; d_real and d_fake are mean sigmoid(logit); gradient norms are global L2 norms. */
export const LOGGED = [
  "discriminator_loss",
  "generator_loss",
  "d_real",
  "d_fake",
  "discriminator_gradient_norm",
  "generator_gradient_norm",
] as const;

/** Builds the networks that settings describe. */
export function makeGan(settings: GanSettings, shape: SampleShape): Gan {
  return {
    settings,
    generator: makeGenerator(settings.generator, { latentDim: settings.latentDim, shape }),
    discriminator: makeDiscriminator(settings.discriminator, shape, settings.packing),
    objective: OBJECTIVES[settings.objective],
  };
}

/** The state before the first step, from the streams "init/discriminator" and "init/generator" of a seed. */
export function initGan(gan: Gan, seed: number): GanState {
  const discriminator = gan.discriminator.init({ seed, stream: "init/discriminator", step: 0 });
  const generator = gan.generator.init({ seed, stream: "init/generator", step: 0 });
  return {
    discriminator,
    generator,
    discriminatorOptimizer: initAdam(discriminator),
    generatorOptimizer: initAdam(generator),
  };
}

/** Compiles the generator for drawing samples. */
export function compileGenerator(
  engine: Engine,
  generator: Network,
): (parameters: Parameters, latents: tf.Tensor) => tf.Tensor {
  return engine.compile(
    "generate",
    (parameters: Parameters, latents: tf.Tensor) => generator.apply(parameters, latents),
  );
}
