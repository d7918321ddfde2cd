import type { Finding } from "./finding.ts";
import { formatValue } from "./format_value.ts";
import type { SampleSigns } from "./signs.ts";
import { THRESHOLDS } from "./thresholds.ts";

/**
 * Judges whether samples are nearly the same as each other, which no label of a class can hide: ten images repeated cover
 * ten classes.
 *
 * @param samples What was measured on the samples.
 * @returns Up to two findings: near-duplicates, and spread.
 */
export function judgeDuplicates(
  { nearDuplicateShare, comparedCount, spreadShare }: SampleSigns,
): Finding[] {
  return [
    ...(nearDuplicateShare === undefined ? [] : [judgeTwins(nearDuplicateShare, comparedCount)]),
    ...(spreadShare === undefined ? [] : [judgeSpread(spreadShare)]),
  ];
}

function judgeTwins(share: number, comparedCount: number | undefined): Finding {
  const { collapsedDuplicates, lostDuplicates, duplicateQuantile } = THRESHOLDS;
  const among = comparedCount === undefined ? "" : ` among ${formatValue(comparedCount)}`;
  const fact = `${formatPercent(share)} of the samples have a near-duplicate${among}; real data: ${
    formatPercent(duplicateQuantile)
  } by definition`;
  if (share >= collapsedDuplicates) {
    return {
      verdict: "collapse",
      text: `${fact}. From ${formatPercent(collapsedDuplicates)} on it is collapse.`,
    };
  }
  if (share >= lostDuplicates) {
    return {
      verdict: "partial collapse",
      text: `${fact}. From ${formatPercent(lostDuplicates)} on it is partial collapse.`,
    };
  }
  return {
    verdict: "healthy",
    text: `${fact}. Below ${formatPercent(lostDuplicates)} is healthy.`,
  };
}

function judgeSpread(share: number): Finding {
  const { collapsedSpread } = THRESHOLDS;
  const fact = `The samples have ${formatPercent(share)} of the variance of real data`;
  const bound = formatPercent(collapsedSpread);
  return share <= collapsedSpread
    ? { verdict: "collapse", text: `${fact}. Up to ${bound} is collapse.` }
    : { verdict: null, text: `${fact}. Up to ${bound} would be collapse.` };
}

function formatPercent(share: number): string {
  return `${formatValue(100 * share)} %`;
}
