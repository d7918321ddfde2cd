import type { ComparedExperiment, ComparedMean } from "../../report/comparison/comparison_data.ts";
import { countFindings } from "../../report/comparison/count_findings.ts";
import { isClear } from "../../report/comparison/is_clear.ts";
import { formatInterval } from "../../report/format_interval.ts";
import { formatNumber } from "../../report/format_number.ts";
import { alignTable } from "../align_table.ts";

const MOST_LISTED = 20;

/**
 * Writes a compared experiment for a terminal: what is the same, and the means that claims are about or that differ
 * beyond chance.
 *
 * @param experiment Both sides.
 * @returns Lines.
 */
export function formatComparison(experiment: ComparedExperiment): string[] {
  const { names: [left, right], means, claims, bytes } = experiment;
  const title = left === right ? left : `${left} and ${right}`;
  const { clearCount, testedCount, agreeingCount, isSame } = countFindings(experiment);
  if (isSame) return [`${title}: the same bytes, all ${bytes.sameCount} ${bytes.of}`];
  const lines = [
    `${title}: ${clearCount} of ${testedCount} tested means differ beyond chance` +
    (claims.length === 0 ? "" : `, ${agreeingCount} of ${claims.length} claims agree`) +
    `, ${bytes.sameCount} of ${
      bytes.sameCount + bytes.differing.length
    } ${bytes.of} are the same bytes`,
  ];
  const claimed = new Set(claims.flat().flatMap((claim) => claim?.metric ?? []));
  const chosen = means.filter((mean) => isClear(mean) || claimed.has(mean.metric));
  const listed = (chosen.length > 0 ? chosen : means).slice(0, MOST_LISTED);
  const rest = means.length - listed.length;
  if (listed.length > 0) {
    const head = ["", "metric", "variant", "A", "B", "B - A", "p (Holm)"];
    lines.push(...alignTable([head, ...listed.map(formatMean)]));
  }
  if (rest > 0) lines.push(`  and ${rest} more, which the page and --json list`);
  return lines;
}

function formatMean({ metric, variant, sides, difference }: ComparedMean): string[] {
  const [before, now] = sides.map((side) => formatNumber(side?.mean));
  if (difference === null) return ["", metric, variant, before, now, "same bytes", ""];
  const { low, high, adjustedP } = difference;
  const size = formatNumber(difference.difference, { signed: true });
  const interval = low === null ? "" : ` ${formatInterval(low, high)}`;
  const p = adjustedP === null ? "–" : adjustedP < 0.001 ? "< 0.001" : adjustedP.toFixed(3);
  return ["", metric, variant, before, now, size + interval, p];
}
