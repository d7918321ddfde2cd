import { assertEquals } from "@std/assert";
import { estimateBootstrapInterval } from "../../src/statistics/bootstrap_interval.ts";
import { computeHedgesG } from "../../src/statistics/effect_size.ts";
import { correctHolm } from "../../src/statistics/holm.ts";
import {
  computeInterquartileMean,
  estimateInterquartileMean,
} from "../../src/statistics/interquartile_mean.ts";
import { testRankSum } from "../../src/statistics/mann_whitney_test.ts";
import { testPaired } from "../../src/statistics/paired_test.ts";
import { estimateStudentInterval } from "../../src/statistics/student_interval.ts";
import { findCriticalValue } from "../../src/statistics/student_t.ts";
import { testWelch } from "../../src/statistics/welch_test.ts";
import { testSignedRanks } from "../../src/statistics/wilcoxon_test.ts";
import { assertGolden, type GoldenCase, readGolden } from "../metrics/read_golden.ts";

const goldens = readGolden("seed_statistics");

Deno.test("the golden file holds the cases that are tested here, and no others", () => {
  const counts: Record<string, number> = {};
  for (const { kind } of goldens) counts[kind!] = (counts[kind!] ?? 0) + 1;
  assertEquals(counts, {
    t_ci: 3,
    bootstrap: 2,
    paired: 3,
    wilcoxon_ties: 1,
    welch: 3,
    holm: 3,
    iqm: 2,
  });
});

const tests: Record<string, (golden: GoldenCase) => void> = {
  t_ci(golden) {
    const { expected, inputs: { x }, params: { level } } = golden;
    const { mean, sd, low, high, n } = estimateStudentInterval(x, { level });
    assertGolden(mean, expected.mean, golden);
    assertGolden(sd, expected.sd, golden);
    assertGolden(low, expected.ci_low, golden);
    assertGolden(high, expected.ci_high, golden);
    assertGolden(findCriticalValue(level, n - 1), expected.t_critical, golden);
  },
  bootstrap(golden) {
    const { expected, inputs: { x }, params: { level, indices } } = golden;
    const resamples = (indices as unknown as number[][]).map((rows) => [rows]);
    const percentile = estimateBootstrapInterval(x, { level, resamples, method: "percentile" });
    assertGolden(percentile.low, expected.percentile_low, golden);
    assertGolden(percentile.high, expected.percentile_high, golden);
    const bca = estimateBootstrapInterval(x, { level, resamples });
    assertGolden(bca.bias, expected.z0, golden);
    assertGolden(bca.acceleration, expected.acceleration, golden);
    assertGolden(bca.low, expected.bca_low, golden);
    assertGolden(bca.high, expected.bca_high, golden);
  },
  paired(golden) {
    const { expected, inputs: { a, b }, params: { level } } = golden;
    const found = testPaired(a, b, { level });
    assertGolden(found.difference, expected.mean_difference_a_minus_b, golden);
    assertGolden(found.low, expected.ci_low, golden);
    assertGolden(found.high, expected.ci_high, golden);
    assertGolden(found.pValue, expected.p_two_sided, golden);
    assertGolden(found.degreesOfFreedom, expected.df, golden);
    const differences = a.map((value: number, at: number) => value - b[at]);
    const exact = testSignedRanks(differences);
    assertGolden(exact.statistic, expected.wilcoxon_w_plus, golden);
    assertGolden(exact.pValue, expected.wilcoxon_exact_p_two_sided, golden);
    const negated = testSignedRanks(differences.map((value: number) => -value));
    assertGolden(negated.statistic, expected.wilcoxon_w_minus, golden);
    const normal = testSignedRanks(differences, { method: "normal" });
    assertGolden(normal.pValue, expected.wilcoxon_normal_p_two_sided, golden);
  },
  wilcoxon_ties(golden) {
    const { expected, inputs: { a, b } } = golden;
    const differences = a.map((value: number, at: number) => value - b[at]);
    const exact = testSignedRanks(differences);
    assertGolden(exact.statistic, expected.w_plus, golden);
    assertGolden(exact.pValue, expected.exact_conditional_p_two_sided, golden);
    const normal = testSignedRanks(differences, { method: "normal" });
    assertGolden(normal.pValue, expected.normal_tie_corrected_p_two_sided, golden);
  },
  welch(golden) {
    const { expected, inputs: { a, b }, params: { level } } = golden;
    const found = testWelch(a, b, { level });
    assertGolden(found.difference, expected.difference_a_minus_b, golden);
    assertGolden(found.low, expected.ci_low, golden);
    assertGolden(found.high, expected.ci_high, golden);
    assertGolden(found.pValue, expected.p_two_sided, golden);
    assertGolden(found.degreesOfFreedom, expected.df, golden);
    const ranks = testRankSum(a, b);
    assertGolden(ranks.statistic, expected.mann_whitney_u_a, golden);
    assertGolden(ranks.pValue, expected.mann_whitney_exact_p_two_sided, golden);
    // Hedges' g is Cohen's d times J(m) = Γ(m/2) / (√(m/2) Γ((m - 1)/2)).
    const unbias: Record<string, number> = {
      welch_10_10: 0.957646427024, // m = 18
      welch_5_9: 0.935941822906, // m = 12
      welch_3_20: 0.963782252284, // m = 21
    };
    const { value } = computeHedgesG(a, b)!;
    const loose = { ...golden, tolerance: { rtol: 1e-11, atol: 0 } };
    assertGolden(value, expected.cohens_d_pooled * unbias[golden.name], loose);
  },
  holm(golden) {
    const { expected, params: { p, alpha } } = golden;
    const corrections = correctHolm(p as unknown as number[], alpha);
    for (const [at, { adjustedP }] of corrections.entries()) {
      assertGolden(adjustedP, expected.adjusted[at], golden);
      assertEquals(adjustedP <= alpha, expected.reject[at]);
    }
  },
  iqm(golden) {
    const { expected, inputs: { scores }, params: { level, indices } } = golden;
    // The file has scores[run][task]; a stratum holds the runs of one task.
    const transpose = (rows: number[][]) => rows[0].map((_, at) => rows.map((row) => row[at]));
    const resamples = (indices as unknown as number[][][]).map(transpose);
    const found = estimateInterquartileMean(transpose(scores), { level, resamples });
    assertGolden(found.value, expected.iqm, golden);
    assertGolden(found.low, expected.ci_low, golden);
    assertGolden(found.high, expected.ci_high, golden);
    assertGolden(computeInterquartileMean(scores.flat()), expected.iqm, golden);
  },
};

for (const golden of goldens) {
  Deno.test(`the statistics give the golden values of ${golden.name}`, () =>
    tests[golden.kind!](golden));
}
