import { assertEquals } from "@std/assert";
import { testPaired } from "../../src/statistics/paired_test.ts";
import { estimateStudentInterval } from "../../src/statistics/student_interval.ts";
import { findCriticalValue } from "../../src/statistics/student_t.ts";
import { testWelch } from "../../src/statistics/welch_test.ts";
import { assertGolden, readGolden } from "../metrics/read_golden.ts";

const goldens = readGolden("seed_statistics");

Deno.test("the golden file holds cases of all three kinds that are tested here", () => {
  const kinds = goldens.map(({ kind }) => kind);
  const counts = ["t_ci", "paired", "welch"].map((kind) => kinds.filter((k) => k === kind).length);
  assertEquals(counts, [3, 3, 3]);
});

for (const golden of goldens.filter(({ kind }) => kind === "t_ci")) {
  Deno.test(`estimateStudentInterval() gives the golden values of ${golden.name}`, () => {
    const { x } = golden.inputs, { expected, params: { level } } = golden;
    const { mean, sd, low, high, n } = estimateStudentInterval(x, { level });
    assertGolden(mean, expected.mean, golden);
    assertGolden(sd, expected.sd, golden);
    assertGolden(low, expected.ci_low, golden);
    assertGolden(high, expected.ci_high, golden);
    assertGolden(findCriticalValue(level, n - 1), expected.t_critical, golden);
  });
}

for (const golden of goldens.filter(({ kind }) => kind === "paired" || kind === "welch")) {
  Deno.test(`the test of means gives the golden values of ${golden.name}`, () => {
    const { a, b } = golden.inputs, { expected, params: { level } } = golden;
    const found = golden.kind === "paired"
      ? testPaired(a, b, { level })
      : testWelch(a, b, { level });
    const difference = expected.difference_a_minus_b ?? expected.mean_difference_a_minus_b;
    assertGolden(found.difference, difference, golden);
    assertGolden(found.low, expected.ci_low, golden);
    assertGolden(found.high, expected.ci_high, golden);
    assertGolden(found.pValue, expected.p_two_sided, golden);
    assertGolden(found.degreesOfFreedom, expected.df, golden);
  });
}
