import { countLeast } from "./list_covered_modes.ts";
import type { ModeSigns } from "./signs.ts";

/**
 * The chance that samples drawn as the data are cover no more modes than a number: with few samples, or rare modes, some
 * get none by chance.
 *
 * Modes are taken for independent, whose counts are binomial (Poisson binomial distribution of the covered ones). Counts of
 * one sample hang together a little, which makes the true chance of many misses smaller.
 *
 * @param modes How many samples there are, and the modes' fair shares; what they counted is not looked at.
 * @param covered How many modes, 0 up to all.
 * @returns The chance, in [0, 1].
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { chanceOfCovering } from "./chance_of_covering.ts";
 *
 * const modes = { noun: "mode", counts: [2, 0], sampleCount: 2 } as const;
 * assertAlmostEquals(chanceOfCovering(modes, 1), 7 / 16);
 * ```
 */
export function chanceOfCovering(modes: ModeSigns, covered: number): number {
  // The chance of each number of covered modes, of one mode more at a time.
  const chances = [1, ...modes.counts.map(() => 0)];
  modes.counts.forEach((_, mode) => {
    const missed = chanceOfMissing(modes, mode);
    for (let count = mode + 1; count >= 0; count--) {
      chances[count] = chances[count] * missed + (chances[count - 1] ?? 0) * (1 - missed);
    }
  });
  return chances.slice(0, covered + 1).reduce((sum, chance) => sum + chance, 0);
}

/** The chance that a mode gets fewer samples than it has to. */
function chanceOfMissing({ counts, sampleCount, weights }: ModeSigns, mode: number): number {
  const share = weights?.[mode] ?? 1 / counts.length;
  if (share >= 1) return 0;
  const least = countLeast({ counts, sampleCount, weights }, mode);
  let chance = 0;
  // Where the first term is too small for a number, so is the sum.
  let term = Math.exp(sampleCount * Math.log1p(-share));
  for (let count = 0; count < Math.min(least, sampleCount + 1); count++) {
    chance += term;
    term *= (sampleCount - count) / (count + 1) * share / (1 - share);
  }
  return Math.min(1, chance);
}
