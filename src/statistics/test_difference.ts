import { computeHedgesG, computeOneGroupG } from "./effect_size.ts";
import type { ClaimTest } from "./infer_claim.ts";
import { testRankSum } from "./mann_whitney_test.ts";
import { inferDifference } from "./mean_difference.ts";
import { computeMoments } from "./moments.ts";
import { subtractPairs } from "./paired_test.ts";
import { estimateWelchError } from "./welch_test.ts";
import { testSignedRanks } from "./wilcoxon_test.ts";

/** How two variants are tested. */
export interface TestDifferenceOptions {
  /** For "paired", value i of both sides is from the same seed. */
  readonly test: "welch" | "paired";
}

/** Tests the difference of two groups, at least 2 values a side; a claim adds how it is decided. */
export function testDifference(
  first: readonly number[],
  second: readonly number[],
  { test }: TestDifferenceOptions,
): Omit<ClaimTest, "decide"> {
  if (test === "paired") {
    return { ...testOneGroup(subtractPairs(first, second)), origin: 0, hasSides: false };
  }
  const [a, b] = [first, second].map(computeMoments);
  const errorWith = (more: number) =>
    estimateWelchError({ n: a.n + more, sd: a.sd! }, { n: b.n + more, sd: b.sd! });
  const estimate = { difference: a.mean - b.mean, ...errorWith(0) };
  return {
    origin: 0,
    estimate,
    pValue: inferDifference(estimate, 0.95).pValue,
    errorWith,
    effectSize: computeHedgesG(first, second),
    rankP: testRankSum(first, second).pValue,
    hasSides: true,
  };
}

/** Tests the mean of some differences against 0, at least 2 of them. */
export function testOneGroup(
  differences: readonly number[],
): Omit<ClaimTest, "origin" | "decide" | "hasSides"> {
  const { n, mean, sd } = computeMoments(differences);
  const errorWith = (more: number) => ({
    standardError: sd! / Math.sqrt(n + more),
    degreesOfFreedom: n + more - 1,
  });
  const estimate = { difference: mean, ...errorWith(0) };
  return {
    estimate,
    pValue: inferDifference(estimate, 0.95).pValue,
    errorWith,
    effectSize: computeOneGroupG(differences),
    rankP: testSignedRanks(differences).pValue,
  };
}
