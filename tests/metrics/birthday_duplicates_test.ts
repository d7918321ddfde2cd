import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { drawIntegers } from "../../src/engine/random.ts";
import { countBirthdayDuplicates } from "../../src/metrics/birthday_duplicates.ts";
import { takeRows } from "../../src/metrics/take_rows.ts";
import { makePoints } from "./make_points.ts";

const atoms = makePoints({ rows: 365, columns: 6, seed: 1 });

function drawAtoms(count: number, below = 365) {
  return takeRows(atoms, drawIntegers({ seed: 3, stream: "test", step: 0 }, count, below));
}

Deno.test("countBirthdayDuplicates() finds the birthday problem: half of 23 people, of 365 days", () => {
  const samples = drawAtoms(23 * 1000);
  const { batches, duplicateShare, supportSize } = countBirthdayDuplicates(samples, {
    batchSize: 23,
    threshold: 0,
  });
  assertEquals(batches, 1000);
  // The textbook's 0.5073, with a standard error of 0.016; the estimate has one of 14.
  assertAlmostEquals(duplicateShare, 0.5073, 0.06);
  assertAlmostEquals(supportSize!, 365, 55);
});

Deno.test("countBirthdayDuplicates() sees a smaller support of a collapsed generator", () => {
  const options = { batchSize: 50, threshold: 0 };
  const few = countBirthdayDuplicates(drawAtoms(5000, 20), options).supportSize!;
  assertAlmostEquals(few, 20, 1);
});

Deno.test("countBirthdayDuplicates() counts a near sample within the threshold, inclusively", () => {
  const samples = { data: Float64Array.of(0, 0, 3, 4, 100, 100), rows: 3, columns: 2 };
  const count = (threshold: number) =>
    countBirthdayDuplicates(samples, { batchSize: 3, threshold }).pairs;
  assertEquals([count(4.999), count(5), count(1000)], [0, 1, 3]);
});

Deno.test("countBirthdayDuplicates() leaves the support open without a duplicate", () => {
  const { supportSize, duplicateShare } = countBirthdayDuplicates(atoms, {
    batchSize: 100,
    threshold: 0,
  });
  assertEquals([supportSize, duplicateShare], [null, 0]);
});

Deno.test("countBirthdayDuplicates() refuses a batch larger than the set", () => {
  assertThrows(
    () => countBirthdayDuplicates(atoms, { batchSize: 366, threshold: 1 }),
    RangeError,
    'Cannot count birthday duplicates of "365" samples: batch size is 366, threshold 1',
  );
});

Deno.test("countBirthdayDuplicates() refuses features whose squared distances leave float64's range", () => {
  const samples = { data: Float64Array.of(1e200, 0, 1e200, 0), rows: 2, columns: 2 };
  assertThrows(
    () => countBirthdayDuplicates(samples, { batchSize: 2, threshold: 0 }),
    RangeError,
    "row 0, column 0 is 1e+200, and squared distances may leave float64's range; features up to 1e+150 are wanted",
  );
});
