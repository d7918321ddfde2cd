import type { Finding } from "./finding.ts";
import { makeBound } from "./make_bound.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { toPercent } from "./to_percent.ts";

/**
 * Judges how much of the data's variety the samples reach. Low recall alone is no collapse: all modes may be there, each
 * with one kind of sample.
 *
 * @param recall Share of the data within the manifold of the samples; absent where not measured.
 * @param wanted The same of real data.
 * @returns At most one finding.
 */
export function judgeRecall(recall: number | undefined, wanted: number | undefined): Finding[] {
  if (recall === undefined || wanted === undefined || wanted === 0) return [];
  const limit = THRESHOLDS.lostRecall * wanted;
  const isLost = recall <= limit;
  return [{
    verdict: isLost ? "partial collapse" : "healthy",
    evidence: {
      says: "evidence.recall",
      values: {
        share: toPercent(recall),
        wanted: toPercent(wanted),
        bound: makeBound(isLost ? "bound.partial_up_to" : "bound.healthy_above", toPercent(limit)),
      },
    },
  }];
}
