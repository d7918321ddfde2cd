import { assertEquals, assertThrows } from "@std/assert";
import { countBirthdayDuplicates } from "../../src/metrics/birthday_duplicates.ts";
import { findDuplicateThreshold } from "../../src/metrics/duplicate_threshold.ts";
import { makePoints } from "./make_points.ts";

Deno.test("findDuplicateThreshold() finds the nearest pair within batches, not across them", () => {
  const real = { data: Float64Array.of(0, 10, 10.5, 30, 33, 60, 61), rows: 7, columns: 1 };
  // Pairs of batches: 0 and 10, 10.5 and 30, 33 and 60; 61 fills no batch.
  assertEquals(findDuplicateThreshold(real, { batchSize: 2 }), 10);
  assertEquals(findDuplicateThreshold(real, { batchSize: 7 }), 0.5);
});

Deno.test("findDuplicateThreshold() makes real data hold one duplicate pair", () => {
  const real = makePoints({ rows: 600, columns: 5 });
  const threshold = findDuplicateThreshold(real, { batchSize: 200 });
  const { pairs, pairsSeen } = countBirthdayDuplicates(real, { batchSize: 200, threshold });
  assertEquals([pairs, pairsSeen], [1, 3 * 200 * 199 / 2]);
});

Deno.test("findDuplicateThreshold() is 0 for data with copies", () => {
  const real = { data: Float64Array.of(1, 5, 5), rows: 3, columns: 1 };
  assertEquals(findDuplicateThreshold(real, { batchSize: 3 }), 0);
});

Deno.test("findDuplicateThreshold() refuses a batch larger than the set", () => {
  assertThrows(
    () => findDuplicateThreshold(makePoints({ rows: 3, columns: 1 }), { batchSize: 4 }),
    RangeError,
    'Cannot find the duplicate threshold of "3" rows: batch size is 4; 2 to 3 are wanted',
  );
});
