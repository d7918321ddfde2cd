import {
  compareNeighbourhoods,
  measureDensityCoverage,
  measurePrecisionRecall,
} from "../../metrics/mod.ts";
import { formatCount } from "./format_count.ts";
import type { MetricValue, Subject, Undefined } from "./set_metric.ts";

/**
 * Measures precision, recall, density and coverage.
 *
 * @param subject Both sets, and the neighbour; who lies in whose neighbourhood, where that is known.
 * @returns Values by base name; none where most real neighbourhoods have no extent, as then even equal sets get 0.
 */
export function measureNeighbourhoods(
  { fake, real, neighbour, neighbourhoods }: Subject,
): Record<string, MetricValue | Undefined> {
  const counts = neighbourhoods ?? compareNeighbourhoods(fake, real, { neighbour });
  const empty = counts.realSquaredRadii.filter((square) => square === 0).length;
  if (2 * empty > real.rows) {
    const reason = `${empty} of ${real.rows} real samples come more than ${
      formatCount(neighbour, "time")
    }, so their neighbourhoods have no extent`;
    return {
      precision: { reason },
      recall: { reason },
      density: { reason },
      coverage: { reason },
    };
  }
  return { ...measurePrecisionRecall(counts), ...measureDensityCoverage(counts) };
}
