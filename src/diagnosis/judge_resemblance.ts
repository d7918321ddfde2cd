import type { Finding } from "./finding.ts";
import { makeBound } from "./make_bound.ts";
import type { SampleSigns } from "./signs.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { toPercent } from "./to_percent.ts";

/**
 * Judges whether samples look like the data at all: by precision, and for points by the share that lies near a mode.
 *
 * @param samples What was measured on the samples.
 * @param real The same of real data.
 * @returns Up to two findings.
 */
export function judgeResemblance(samples: SampleSigns, real: SampleSigns): Finding[] {
  return [
    ...judgeShare(samples.precision, real.precision, "evidence.precision"),
    ...(real.modes?.allowsNone
      ? judgeShare(countGood(samples), countGood(real), "evidence.near_mode")
      : []),
  ];
}

function countGood({ modes }: SampleSigns): number | undefined {
  if (modes === undefined || modes.sampleCount === 0) return undefined;
  return modes.counts.reduce((sum, count) => sum + count, 0) / modes.sampleCount;
}

function judgeShare(
  share: number | undefined,
  wanted: number | undefined,
  says: "evidence.precision" | "evidence.near_mode",
): Finding[] {
  if (share === undefined || wanted === undefined || wanted === 0) return [];
  const limit = THRESHOLDS.unlikePrecision * wanted;
  const isUnlike = share <= limit;
  return [{
    verdict: isUnlike ? "untrained" : null,
    evidence: {
      says,
      values: {
        share: toPercent(share),
        wanted: toPercent(wanted),
        bound: makeBound(
          isUnlike ? "bound.untrained_up_to" : "bound.alike_above",
          toPercent(limit),
        ),
      },
    },
  }];
}
