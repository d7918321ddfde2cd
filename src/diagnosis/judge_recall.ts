import type { Finding } from "./finding.ts";
import { formatValue } from "./format_value.ts";
import { THRESHOLDS } from "./thresholds.ts";

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
  const bound = `${formatValue(100 * THRESHOLDS.lostRecall * wanted)} %`;
  const fact = `Samples reach ${formatValue(100 * recall)} % of the data's variety (recall); ` +
    `real data: ${formatValue(100 * wanted)} %`;
  return recall <= THRESHOLDS.lostRecall * wanted
    ? [{ verdict: "partial collapse", text: `${fact}. Up to ${bound} is partial collapse.` }]
    : [{ verdict: "healthy", text: `${fact}. Above ${bound} is healthy.` }];
}
