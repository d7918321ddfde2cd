import { rankMetric } from "../../report/metric_text.ts";
import type { Both, ComparedMean, SideMean } from "../../report/comparison/comparison_data.ts";
import { compareGroups, estimateStudentInterval } from "../../statistics/mod.ts";
import type { ParsedSummary } from "../parse_summary.ts";

type Values = Readonly<Record<string, number>>;

/**
 * Compares every metric of every variant that both sides have, all tests of the experiment corrected for one another.
 *
 * @param summaries What both sides found.
 * @param isSame Whether all evaluations of a variant have the same bytes on both sides: then nothing is tested.
 * @returns Metrics in the order of the catalogue, then variants in the order of A.
 * @throws {RangeError} If a metric is not in the catalogue.
 */
export function compareMeans(
  summaries: Both<ParsedSummary>,
  isSame: (variant: string) => boolean,
): ComparedMean[] {
  const [before, now] = summaries.map(({ variants }) => variants);
  const cells = Object.keys(before).filter((variant) => Object.hasOwn(now, variant))
    .flatMap((variant) => {
      const [first, second] = [before, now].map((side) => side[variant].metrics);
      return Object.keys(first).filter((metric) => Object.hasOwn(second, metric)).map((metric) => ({
        metric,
        variant,
        rank: rankMetric(metric),
        first: first[metric].values,
        second: second[metric].values,
      }));
    })
    .toSorted((one, other) => one.rank - other.rank);
  const tested = cells.filter(({ variant }) => !isSame(variant));
  const found = new Map(compareGroups(tested).map((difference, at) => [tested[at], difference]));
  return cells.map((cell) => ({
    metric: cell.metric,
    variant: cell.variant,
    sides: [summarize(cell.first), summarize(cell.second)],
    difference: found.get(cell) ?? null,
  }));
}

function summarize(values: Values): SideMean | null {
  const numbers = Object.values(values);
  if (numbers.length === 0) return null;
  if (numbers.length === 1) return { mean: numbers[0], low: null, high: null, n: 1 };
  const { mean, low, high, n } = estimateStudentInterval(numbers);
  return { mean, low, high, n };
}
