import type { ComparedExperiment } from "./comparison_data.ts";
import { isClear } from "./is_clear.ts";

/** A compared experiment at a glance. */
export interface Findings {
  /** Means that differ beyond chance. */
  readonly clearCount: number;
  /** Means that were tested. */
  readonly testedCount: number;
  /** Claims with the same verdict on both sides. */
  readonly agreeingCount: number;
  /** Whether all is the same, bit for bit, and neither side has more. */
  readonly isSame: boolean;
}

/** Counts what a comparison found. */
export function countFindings(experiment: ComparedExperiment): Findings {
  const { means, claims, bytes, stagesOnlyIn, variantsOnlyIn } = experiment;
  const hasMore = [...stagesOnlyIn, ...variantsOnlyIn].some((names) => names.length > 0);
  return {
    clearCount: means.filter(isClear).length,
    testedCount: means.filter(({ difference }) => difference?.adjusted).length,
    agreeingCount: claims.filter(([one, other]) => one?.verdict === other?.verdict).length,
    isSame: bytes.sameCount > 0 && bytes.differing.length === 0 && !hasMore,
  };
}
