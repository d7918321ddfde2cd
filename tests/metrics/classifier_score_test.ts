import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { measureAmScore } from "../../src/metrics/am_score.ts";
import { measureClassifierScore } from "../../src/metrics/classifier_score.ts";
import { measureConditionalEntropy } from "../../src/metrics/conditional_entropy.ts";
import { measureModeScore } from "../../src/metrics/mode_score.ts";
import { assertGolden, readGolden } from "./read_golden.ts";
import { readGoldenMatrix } from "./read_golden_matrix.ts";

for (const golden of readGolden("inception_score")) {
  const probabilities = readGoldenMatrix(golden.inputs.p_y_given_x);
  const dataClasses: number[] = golden.inputs.p_train;
  const { expected } = golden;

  Deno.test(`measureClassifierScore() gives the golden values of ${golden.name}`, () => {
    assertGolden(measureClassifierScore(probabilities).mean, expected.splits1, golden);
    const { mean, sd, values } = measureClassifierScore(probabilities, { splits: 10 });
    assertGolden(mean, expected.splits10.mean, golden);
    assertGolden(sd, expected.splits10.std_population, golden);
    values.forEach((value, i) => assertGolden(value, expected.splits10.per_split[i], golden));
  });

  Deno.test(`measureModeScore() and measureAmScore() give the golden values of ${golden.name}`, () => {
    assertGolden(
      measureModeScore(probabilities, dataClasses),
      expected.mode_score_che2017,
      golden,
    );
    assertGolden(measureAmScore(probabilities, dataClasses), expected.am_score, golden);
    assertGolden(
      measureConditionalEntropy(probabilities),
      expected.mean_conditional_entropy_nats,
      golden,
    );
  });
}

Deno.test("measureClassifierScore() is k for sure and balanced rows, 1 for one class", () => {
  const rows = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
  assertAlmostEquals(measureClassifierScore(readGoldenMatrix(rows)).mean, 3, 1e-14);
  assertEquals(measureClassifierScore(readGoldenMatrix([rows[0], rows[0]])).mean, 1);
});

Deno.test("measureModeScore() is the classifier score where the data has the samples' classes", () => {
  const probabilities = readGoldenMatrix([[0.5, 0.25, 0.25], [0.125, 0.75, 0.125]]);
  assertAlmostEquals(
    measureModeScore(probabilities, [0.3125, 0.5, 0.1875]),
    measureClassifierScore(probabilities).mean,
    1e-14,
  );
});

Deno.test("measureClassifierScore() refuses logits, negative values and too many splits", () => {
  const score = (row: number[], splits = 1) =>
    measureClassifierScore(readGoldenMatrix([row]), { splits });
  const refusal = 'Cannot measure the classifier score of probabilities "[1, 2]": row 0';
  assertThrows(() => score([2, 1]), RangeError, `${refusal} sums to 3; a sum of 1 is wanted`);
  assertThrows(() => score([1.5, -0.5]), RangeError, `${refusal}, column 1 is -0.5`);
  assertThrows(
    () => score([0.5, 0.5], 2),
    RangeError,
    'Cannot measure the classifier score of "1" rows in "2" splits',
  );
});
