import type { Discriminator, Experiment, RunSettings } from "./experiment.ts";

/** One variant trained with one seed. */
export interface Run {
  /** The end of its stages' ids: "vanilla/seed=1". */
  readonly name: string;
  readonly variant: string;
  readonly seed: number;
  readonly settings: RunSettings;
}

/**
 * Lists all runs of an experiment, those that take longest first, and else in the order of the
 * spec: started in this order, long runs leave no processor idle at the end while the last of them
 * finishes (longest processing time first, Graham 1969). The order is no part of any key.
 *
 * @param experiment A resolved experiment.
 * @returns One run for each variant and seed.
 */
export function listRuns(experiment: Experiment): Run[] {
  const runs = Object.entries(experiment.variants).flatMap(([variant, settings]) =>
    experiment.seeds.map((seed) => ({ name: `${variant}/seed=${seed}`, variant, seed, settings }))
  );
  return runs.sort((one, other) => estimateCost(other.settings) - estimateCost(one.settings));
}

// Milliseconds on one thread at batch size 64, measured: a pair of MLPs 5, with minibatch
// discrimination 11; a convolutional discriminator 95 under either generator, with it 130. An
// unrolled update costs about two others, as its gradient is differentiated again. Only the order
// of runs matters.
function estimateCost(settings: RunSettings): number {
  const { generator, discriminator, discriminatorSteps, unrolledSteps = 0, packing = 1 } = settings;
  const updates = (discriminatorSteps + 1) / 2 + 2 * unrolledSteps;
  const stepMs = (generator.kind === "dcgan" ? 15 : 2) +
    estimateDiscriminator(discriminator) * updates;
  return stepMs * settings.stepCount * settings.batchSize * packing / 64;
}

function estimateDiscriminator({ kind, minibatchDiscrimination }: Discriminator): number {
  if (minibatchDiscrimination === undefined) return kind === "dcgan" ? 90 : 3;
  return kind === "dcgan" ? 125 : 9;
}
