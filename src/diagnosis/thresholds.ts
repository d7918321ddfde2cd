/**
 * Where a sign becomes a verdict. Every bound is relative to what real data give under the same protocol, wherever real
 * data give anything. The runs that are named here are those of the experiment `mode-collapse`, seeds 21 to 23.
 */
export const THRESHOLDS = {
  /**
   * A mode is covered by at least this part of its fair share of the samples. For ten equal classes that is the 1 % of
   * the metric "classes covered"; a stray sample or two cover nothing.
   */
  coveredPart: 0.1,
  /**
   * Collapse: no more than this part of the modes that real data cover. Collapsed runs hold one to three of ten, and one
   * or two of eight (ring, 6,000 steps); partly collapsed ones half.
   */
  collapsedModes: 0.25,
  /**
   * Partial collapse: no more than this part of the modes that real data cover. One of eight missed is mode dropping; one
   * of ten judged classes just below 1 % happens to a DCGAN that draws all ten.
   */
  lostModes: 7 / 8,
  /** So few modes of so few samples are no sign of anything, where samples of the data have this chance of no more. */
  chance: 0.01,
  /** Nor is a balance within so many standard deviations of its own chance. */
  chanceDeviations: 3,
  /**
   * Collapse: an entropy as of so small a part of the real data's equally frequent modes, however many get a few
   * samples. The vanilla runs hold 0.10 to 0.19.
   */
  collapsedBalance: 0.25,
  /** Partial collapse by the same number: as if four of ten modes were gone. DCGANs hold 0.78 to 0.87. */
  lostBalance: 0.6,
  /**
   * A sample is a near-duplicate if another is nearer to it than this quantile of real samples' distances to their
   * nearest others; so 1 % of real samples are near-duplicates by definition.
   */
  duplicateQuantile: 0.01,
  /** Collapse: this share of near-duplicates. The vanilla runs give 1.00, the others 0.00, and real data 0.01. */
  collapsedDuplicates: 0.5,
  /**
   * Partial collapse: this share of near-duplicates. Rings with all eight modes, each drawn along a narrow curve, give up
   * to 0.18.
   */
  lostDuplicates: 0.25,
  /**
   * Collapse: this part of the real data's variance. Vanilla runs hold 0.005 to 0.025, and those on a ring, whose blob
   * wanders from mode to mode, 0.004 to 0.05; DCGANs begin with 0.3.
   */
  collapsedSpread: 0.05,
  /**
   * Partial collapse: recall at this part of the real data's, so next to none. Recall sinks with blur as much as with
   * lost variety: minibatch discrimination holds 0.02 to 0.07 of 0.96 with all ten classes, and dense networks at equal
   * rates 0.05, so that a low one alone is no collapse.
   */
  lostRecall: 0.02,
  /** Untrained: precision, or the share of high quality, at this part of the real data's. */
  unlikePrecision: 0.1,
  /**
   * Memorising: samples at this part of the distance that real images, unseen in training, keep from their nearest
   * training image. Samples of all trained runs lie at 1.5 to 2.3 times that distance, copies at 0.
   */
  copyDistance: 0.5,
  /** Losses or gradients of the last tenth of the steps, over their median since the start: exponential growth. */
  explodingGrowth: 100,
  /** And no explosion below this size, where a loss only rises from next to nothing. */
  explodingSize: 1_000,
  /** The generator's gradient of the last tenth of the steps, over its largest so far: no longer learning. */
  vanishingGradient: 1e-3,
  /** Median D(x) - D(G(z)) of the last tenth of the steps: the discriminator is next to perfect. */
  perfectGap: 0.9,
} as const;
