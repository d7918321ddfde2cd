import type { BoundName } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { makeBound } from "./make_bound.ts";
import type { SampleSigns } from "./signs.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { toPercent } from "./to_percent.ts";
import type { Verdict } from "./verdicts.ts";

/**
 * Judges whether samples are nearly the same as each other, which no label of a class can hide: ten images repeated cover
 * ten classes.
 *
 * @param samples What was measured on the samples.
 * @returns Up to one finding, on near-duplicates.
 */
export function judgeTwins(
  { nearDuplicateShare: share, comparedCount }: SampleSigns,
): Finding[] {
  if (share === undefined) return [];
  const { collapsedDuplicates, lostDuplicates, duplicateQuantile } = THRESHOLDS;
  const [verdict, says, limit]: [Verdict, BoundName, number] = share >= collapsedDuplicates
    ? ["collapse", "bound.collapse_from", collapsedDuplicates]
    : share >= lostDuplicates
    ? ["partial collapse", "bound.partial_from", lostDuplicates]
    : ["healthy", "bound.healthy_below", lostDuplicates];
  return [{
    verdict,
    evidence: {
      says: "evidence.near_duplicates",
      values: {
        share: toPercent(share),
        among: comparedCount === undefined
          ? ""
          : { says: "evidence.among", values: { count: comparedCount } },
        real: toPercent(duplicateQuantile),
        bound: makeBound(says, toPercent(limit)),
      },
    },
  }];
}

/**
 * Judges whether samples lie in one place.
 *
 * @param samples What was measured on the samples.
 * @returns Up to one finding, on their variance.
 */
export function judgeSpread({ spreadShare: share }: SampleSigns): Finding[] {
  if (share === undefined) return [];
  const limit = THRESHOLDS.collapsedSpread;
  const isCollapsed = share <= limit;
  const says = isCollapsed ? "bound.collapse_up_to" : "bound.no_collapse_above";
  return [{
    verdict: isCollapsed ? "collapse" : null,
    evidence: {
      says: "evidence.spread",
      values: { share: toPercent(share), bound: makeBound(says, toPercent(limit)) },
    },
  }];
}
