import { assert, assertStringIncludes } from "@std/assert";
import { formatEvaluation } from "../../../src/commands/evaluate/format_evaluation.ts";

const format = (neighbour: number) =>
  formatEvaluation({
    metrics: { [`coverage_k${neighbour}`]: 0.5 },
    reasons: {},
    protocol: {},
  }, []).replaceAll(/\s+/g, " ");

Deno.test("formatEvaluation() says what coverage is of samples as good as data, by the neighbour", () => {
  const expected = { 1: 0.5, 2: 0.75, 3: 0.88, 5: 0.97, 7: 0.992, 10: 0.999, 400: 1 };
  for (const [neighbour, share] of Object.entries(expected)) {
    assertStringIncludes(
      format(Number(neighbour)),
      `holds a sample; about ${share} for samples as varied as data, with equal counts.`,
    );
  }
  assert(!format(1).includes("0.97"));
  assertStringIncludes(format(21), "up to the 21st nearest real neighbour");
});
