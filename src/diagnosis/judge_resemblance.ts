import type { Finding } from "./finding.ts";
import { formatValue } from "./format_value.ts";
import type { SampleSigns } from "./signs.ts";
import { THRESHOLDS } from "./thresholds.ts";

/**
 * Judges whether samples look like the data at all: by precision, and for points by the share that lies near a mode.
 *
 * @param samples What was measured on the samples.
 * @param real The same of real data.
 * @returns Up to two findings.
 */
export function judgeResemblance(samples: SampleSigns, real: SampleSigns): Finding[] {
  const quality = [countGood(samples), countGood(real)];
  return [
    ...judgeShare(samples.precision, real.precision, "of the samples lie within the real data"),
    // Images always have a class; of points, some belong to no mode.
    ...(quality[1] === 1
      ? []
      : judgeShare(quality[0], quality[1], "of the samples lie near a mode")),
  ];
}

function countGood({ modes }: SampleSigns): number | undefined {
  if (modes === undefined || modes.sampleCount === 0) return undefined;
  return modes.counts.reduce((sum, count) => sum + count, 0) / modes.sampleCount;
}

function judgeShare(
  share: number | undefined,
  wanted: number | undefined,
  words: string,
): Finding[] {
  if (share === undefined || wanted === undefined || wanted === 0) return [];
  const bound = `${formatValue(100 * THRESHOLDS.unlikePrecision * wanted)} %`;
  const fact = `${formatValue(100 * share)} % ${words}; real data: ${formatValue(100 * wanted)} %`;
  return share <= THRESHOLDS.unlikePrecision * wanted
    ? [{ verdict: "untrained", text: `${fact}. Up to ${bound}, modes say nothing.` }]
    : [{ verdict: null, text: `${fact}. Above ${bound}, they are like the data.` }];
}
