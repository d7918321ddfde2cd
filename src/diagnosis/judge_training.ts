import type { Finding } from "./finding.ts";
import { formatValue } from "./format_value.ts";
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

function judgeGrowth({ growth }: TrainingSigns): Finding[] {
  const { explodingGrowth, explodingSize } = THRESHOLDS;
  if (growth.factor < explodingGrowth || growth.size < explodingSize) return [];
  const text = `${growth.name} is ${formatValue(growth.size)} over the last tenth of the steps, ${
    formatValue(growth.factor)
  } times its median since the start. From ${explodingGrowth} times on, and from a size of ${
    formatValue(explodingSize)
  }, training has diverged.`;
  return [{ verdict: "diverged", text }];
}

function describeGradient(training: TrainingSigns): Finding[] {
  const { generatorGradient, largestGeneratorGradient } = training;
  if (!(generatorGradient <= THRESHOLDS.vanishingGradient * largestGeneratorGradient)) return [];
  const text = `The generator hardly learns any more: the norm of its gradient has fallen from ${
    formatValue(largestGeneratorGradient)
  } to ${formatValue(generatorGradient)}.`;
  return [{ verdict: null, text }];
}

function describeAnswers({ answers, discriminatorLoss }: TrainingSigns): Finding[] {
  if (answers === undefined || answers.real - answers.fake < THRESHOLDS.perfectGap) return [];
  const text = `The discriminator is next to perfect: D(x) is ${
    formatValue(answers.real)
  }, D(G(z)) ${formatValue(answers.fake)}, and its loss ${
    formatValue(discriminatorLoss)
  }, where balance is 0.5, 0.5 and 1.39. That alone is no collapse.`;
  return [{ verdict: null, text }];
}
