import type { Dataset, Discriminator, Optimizer, RunSettings } from "./experiment.ts";
import type { ChosenPreset } from "./choose_preset.ts";
import { findOrigin, type Layer, mergeLayers } from "./layer.ts";
import { formatFound, type Problem } from "./problem.ts";
import { spaceOf } from "./resolve_dataset.ts";
import { checkNetwork, resolveDiscriminator, resolveGenerator } from "./resolve_network.ts";
import type { OptimizerSpec } from "./spec.ts";

const DEFAULT_LEARNING_RATE = 2e-4;
const DEFAULT_PENALTY_WEIGHT = 10;

/** Merges a variant's layers and fills in the defaults. */
export function resolveSettings(layers: readonly Layer[], dataset: Dataset): RunSettings {
  const merged = mergeLayers(layers);
  const space = spaceOf(dataset);
  return {
    latentDim: merged.latentDim ?? 64,
    batchSize: merged.batchSize ?? 64,
    stepCount: merged.stepCount ?? 2_000,
    discriminatorSteps: merged.discriminatorSteps ?? 1,
    objective: merged.objective ?? "non-saturating",
    ...(merged.gradientPenalty
      ? { gradientPenalty: { weight: merged.gradientPenalty.weight ?? DEFAULT_PENALTY_WEIGHT } }
      : {}),
    ...(merged.unrolledSteps ? { unrolledSteps: merged.unrolledSteps } : {}),
    ...((merged.packing ?? 1) > 1 ? { packing: merged.packing } : {}),
    optimizer: resolveOptimizer(merged.optimizer),
    generator: resolveGenerator(merged.generator, space),
    discriminator: resolveDiscriminator(merged.discriminator, space),
  };
}

/** Checks what can only be seen once a variant's layers are merged. */
export function checkSettings(
  layers: readonly Layer[],
  { dataset, preset }: { dataset: Dataset; preset: ChosenPreset | undefined },
): Problem[] {
  const { generator, discriminator, batchSize = 64, packing = 1 } = mergeLayers(layers);
  const space = spaceOf(dataset);
  const problems = [
    ...checkNetwork(generator, { role: "generator", space, layers }),
    ...checkNetwork(discriminator, { role: "discriminator", space, layers }),
    ...checkPenalty(layers, resolveDiscriminator(discriminator, space)),
  ];
  if (dataset.kind === "mnist") return problems;
  if (batchSize * packing > dataset.trainCount) {
    const path = findOrigin(layers, ["batchSize"]) ?? ["base", "batchSize"];
    const samples = space === "points" ? "points" : "stacks";
    const ofPreset = preset?.spec.dataset !== undefined ? `${preset.path.join(".")}.` : "";
    const wanted = `at most the ${dataset.trainCount} ${samples} of ${ofPreset}dataset.trainCount`;
    const found = formatFound(batchSize);
    problems.push({
      path,
      wanted,
      found: packing === 1 ? found : `${found}, of ${packing} ${samples} each`,
    });
  }
  return problems;
}

/** Checks that a gradient penalty has a discriminator whose answer to one sample depends on no other. */
function checkPenalty(layers: readonly Layer[], discriminator: Discriminator): Problem[] {
  const { gradientPenalty } = mergeLayers(layers);
  if (!gradientPenalty) return [];
  const compares = discriminator.minibatchDiscrimination !== undefined &&
    discriminator.minibatchDiscrimination.compareWith === undefined;
  const normalises = discriminator.kind === "dcgan"
    ? discriminator.batchNorm === undefined && discriminator.channels.length > 1
    : discriminator.batchNorm === true;
  if (!compares && !normalises) return [];
  const reason = normalises
    ? "normalises by the batch; batchNorm: false goes with it"
    : "compares samples, by minibatch discrimination";
  return [{
    path: findOrigin(layers, ["gradientPenalty"]) ?? ["base", "gradientPenalty"],
    wanted: `left out or null, as it holds no slope of a discriminator that ${reason}`,
    found: formatFound(gradientPenalty),
  }];
}

function resolveOptimizer(spec: OptimizerSpec = {}): Optimizer {
  const rate = spec.learningRate;
  const rates = typeof rate === "object" ? rate : { generator: rate, discriminator: rate };
  return {
    kind: "adam",
    learningRate: {
      generator: rates.generator ?? DEFAULT_LEARNING_RATE,
      discriminator: rates.discriminator ?? DEFAULT_LEARNING_RATE,
    },
    beta1: spec.beta1 ?? 0.5,
    beta2: spec.beta2 ?? 0.999,
    epsilon: spec.epsilon ?? 1e-8,
  };
}
