import type { DiscriminatorSettings } from "../src/networks/discriminator.ts";
import type { GeneratorSettings } from "../src/networks/generator.ts";
import type { SampleShape } from "../src/networks/network.ts";

/** Settings of Adam, for both networks. */
export interface AdamWork {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** One full GAN step: a discriminator update and a generator update, each on fresh latents. */
export interface GanWork {
  readonly kind: "gan";
  readonly name: string;
  readonly label: string;
  readonly batchSize: number;
  readonly latentDim: number;
  readonly shape: SampleShape;
  readonly generator: GeneratorSettings;
  readonly discriminator: DiscriminatorSettings;
  readonly objective: "non-saturating" | "wasserstein";
  readonly optimizer: AdamWork;
  /** Weight of the gradient penalty; absent: none. */
  readonly gradientPenalty?: number;
  /** Discriminator steps that the generator's loss looks ahead; absent: none. */
  readonly unrolledSteps?: number;
  /** Samples that the discriminator sees joined as one; absent: 1. Ours only. */
  readonly packing?: number;
}

/** One update of the judge. */
export interface JudgeWork {
  readonly kind: "judge";
  readonly name: string;
  readonly label: string;
  readonly batchSize: number;
  readonly shape: SampleShape;
  readonly optimizer: AdamWork;
}

/** A matrix product of two squares: the machine's own rate. */
export interface ProductWork {
  readonly kind: "product";
  readonly name: string;
  readonly label: string;
  readonly side: number;
}

/** Two sets of features to measure, [count, columns] each. */
interface FeatureWork {
  readonly name: string;
  readonly label: string;
  readonly count: number;
  readonly columns: number;
}

/** The Fréchet distance of two sets of features. */
export interface FrechetWork extends FeatureWork {
  readonly kind: "frechet";
}

/** Precision, recall, density and coverage of a set of features in another. */
export interface PrdcWork extends FeatureWork {
  readonly kind: "prdc";
  /** k: whose distance is a sample's radius. */
  readonly neighbours: number;
}

/** A metric. */
export type MetricWork = FrechetWork | PrdcWork;

/** What is measured. It travels as JSON: the peers build their side from it. */
export type Work = GanWork | JudgeWork | ProductWork | MetricWork;
