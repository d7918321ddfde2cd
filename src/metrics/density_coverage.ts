import type { Neighbourhoods } from "./neighbourhoods.ts";

/** How densely and how widely samples lie among the data. */
export interface DensityCoverage {
  /** Balls of real points that hold a sample, on average and over k; >= 0, near 1 when both are one law. */
  readonly density: number;
  /** Share of the real points whose ball holds a sample, in [0, 1]. */
  readonly coverage: number;
}

/**
 * Measures density and coverage: density = (1 / k m) Σ over samples of the real balls that hold it,
 * coverage = share of the real balls that hold a sample. A ball reaches, exclusively, to a real
 * point's k-th nearest real neighbour.
 *
 * Density is in [0, n / k] and near 1 for samples of the data's own law; coverage is in [0, 1] and
 * then near 1 - 2^-k at equal counts. Higher is better. Where every real point comes more than k times
 * both are 0, as all balls have radius 0.
 *
 * Balls are made of real points only, so outliers among the samples move neither. Density above 1
 * means samples crowd where data is dense, which a collapsed generator does best: read it with
 * coverage. Coverage grows with the number of samples. Cost O(m + n) after
 * `compareNeighbourhoods()`.
 *
 * @param neighbourhoods The counts of samples and data.
 * @returns Density and coverage.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compareNeighbourhoods } from "./neighbourhoods.ts";
 * import { measureDensityCoverage } from "./density_coverage.ts";
 *
 * const real = { data: Float64Array.of(0, 1, 2, 50, 51, 52), rows: 6, columns: 1 };
 * const fake = { data: Float64Array.of(0.5, 1.5), rows: 2, columns: 1 };
 * const counts = compareNeighbourhoods(fake, real, { neighbour: 1 });
 * assertEquals(measureDensityCoverage(counts), { density: 2, coverage: 0.5 });
 * ```
 *
 * Source: Naeem et al. 2020, "Reliable Fidelity and Diversity Metrics for Generative Models",
 * arXiv:2002.09797, eq. 3 and 4.
 */
export function measureDensityCoverage(neighbourhoods: Neighbourhoods): DensityCoverage {
  const { neighbour, realBallsAroundFake, fakesInRealBall } = neighbourhoods;
  const balls = realBallsAroundFake.inside, held = fakesInRealBall.inside;
  return {
    density: balls.reduce((total, count) => total + count, 0) / (neighbour * balls.length),
    coverage: held.reduce((total, count) => total + Number(count > 0), 0) / held.length,
  };
}
