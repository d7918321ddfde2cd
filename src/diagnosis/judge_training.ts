import type { Statement } from "../statements/statement.ts";
import type { QuantityName } from "./describe_divergence.ts";
import type { Finding } from "./finding.ts";
import type { TrainingSigns } from "./signs.ts";
import { THRESHOLDS } from "./thresholds.ts";

/**
 * Judges losses and gradients. Only growth without end is a verdict; all else explains one and never makes it, as the
 * samples decide: with minibatch discrimination the discriminator's loss falls to 0.005 while ten classes are drawn.
 *
 * @param training How training went.
 * @returns What is worth telling, none where nothing is.
 */
export function judgeTraining(training: TrainingSigns): Finding[] {
  return [
    ...judgeGrowth(training),
    ...describeGradient(training),
    ...describeAnswers(training),
  ];
}

function judgeGrowth({ growth: { name, size, factor } }: TrainingSigns): Finding[] {
  const { explodingGrowth, explodingSize } = THRESHOLDS;
  if (factor < explodingGrowth || size < explodingSize) return [];
  const quantity: Statement<QuantityName> = { says: `quantity.${name}` };
  return [{
    verdict: "diverged",
    evidence: {
      says: "evidence.growth",
      values: { quantity, size, factor, bound: explodingGrowth, least: explodingSize },
    },
  }];
}

function describeGradient(training: TrainingSigns): Finding[] {
  const { generatorGradient: to, largestGeneratorGradient: from } = training;
  if (!(to <= THRESHOLDS.vanishingGradient * from)) return [];
  return [{
    verdict: null,
    evidence: { says: "evidence.vanished_gradient", values: { from, to } },
  }];
}

function describeAnswers({ answers, discriminatorLoss: loss }: TrainingSigns): Finding[] {
  if (answers === undefined || answers.real - answers.fake < THRESHOLDS.perfectGap) return [];
  return [{
    verdict: null,
    evidence: { says: "evidence.perfect_discriminator", values: { ...answers, loss } },
  }];
}
