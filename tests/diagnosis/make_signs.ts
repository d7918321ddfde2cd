import type { SampleSigns, TrainingSigns } from "../../src/diagnosis/mod.ts";

/** Real images in ten classes, as the reference row of MNIST measures them. */
export const REAL_IMAGES: SampleSigns = {
  modes: {
    noun: "class",
    counts: [990, 1120, 1010, 1020, 970, 900, 980, 1040, 980, 990],
    sampleCount: 10_000,
  },
  nearDuplicateShare: 0.01,
  comparedCount: 500,
  spreadShare: 1,
  precision: 0.92,
  recall: 0.92,
  nearestTrainingDistance: 4.1,
};

/** Signs of a generator that draws images as well as the real row, but for what is given. */
export function makeImageSigns(changes: Partial<SampleSigns> = {}): SampleSigns {
  return { ...REAL_IMAGES, nearDuplicateShare: 0, nearestTrainingDistance: 6, ...changes };
}

/** Class counts of 10,000 samples. */
export function countClasses(...counts: number[]): Pick<SampleSigns, "modes"> {
  return { modes: { noun: "class", counts, sampleCount: 10_000 } };
}

/** Signs of points in modes, without any other measurement. */
export function countModes(sampleCount: number, ...counts: number[]): SampleSigns {
  return { modes: { noun: "mode", allowsNone: true, counts, sampleCount } };
}

/** Training in balance, but for what is given. */
export function makeTrainingSigns(changes: Partial<TrainingSigns> = {}): TrainingSigns {
  return {
    step: 1_000,
    discriminatorLoss: 1.2,
    answers: { real: 0.6, fake: 0.4 },
    generatorGradient: 3,
    largestGeneratorGradient: 5,
    growth: { name: "generator_loss", size: 1.4, factor: 1.1 },
    ...changes,
  };
}
