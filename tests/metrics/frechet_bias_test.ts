import { assert, assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import { extrapolateFrechet } from "../../src/metrics/extrapolate_frechet.ts";
import { measureFrechetDistance } from "../../src/metrics/frechet_distance.ts";
import { measureFrechetFloor } from "../../src/metrics/frechet_floor.ts";
import { makePoints } from "./make_points.ts";

const key = { seed: 5, stream: "test", step: 0 };

Deno.test("measureFrechetFloor() is what a perfect generator gets at half the count", () => {
  const real = makePoints({ rows: 4000, columns: 8, seed: 1 });
  const { mean, values, rows } = measureFrechetFloor(real, key, { splits: 4 });
  assertEquals([values.length, rows], [4, 2000]);
  const perfect = [2, 3, 4, 5].map((seed) =>
    measureFrechetDistance(
      makePoints({ rows: 2000, columns: 8, seed }),
      makePoints({ rows: 2000, columns: 8, seed: seed + 10 }),
    )
  );
  const usual = perfect.reduce((total, value) => total + value) / 4;
  // Single values spread by a fifth of their mean.
  assertLess(Math.abs(mean - usual), 0.4 * usual);
});

Deno.test("measureFrechetFloor() falls as 1 / n", () => {
  const floor = (rows: number) =>
    measureFrechetFloor(makePoints({ rows, columns: 8, seed: 1 }), key, { splits: 6 }).mean;
  assertAlmostEquals(floor(500) / floor(4000), 8, 3);
});

Deno.test("measureFrechetFloor() repeats for one key, and differs between steps", () => {
  const real = makePoints({ rows: 40, columns: 2 });
  const first = measureFrechetFloor(real, key, { splits: 3 });
  assertEquals(measureFrechetFloor(real, key, { splits: 3 }), first);
  assertEquals(measureFrechetFloor(real, { ...key, step: 1 }, { splits: 2 }).values, [
    ...first.values.slice(1),
  ]);
  assert(new Set(first.values).size === 3);
});

Deno.test("extrapolateFrechet() comes nearer to the true distance than all samples do", () => {
  // Means differ by 0.3 in each of 16 features: the true distance is 16 · 0.09.
  const real = makePoints({ rows: 20_000, columns: 16, seed: 1 });
  const fake = makePoints({ rows: 2000, columns: 16, seed: 2, mean: 0.3 });
  const { distance, slope, counts, values } = extrapolateFrechet(fake, real, key);
  assertEquals([counts.length, counts[0], counts[14]], [15, 200, 2000]);
  assertAlmostEquals(values[14], measureFrechetDistance(fake, real), 1e-10);
  assert(slope > 0 && values[0] > values[14] && values[14] > distance);
  const truth = 16 * 0.09;
  assertLess(Math.abs(distance - truth), 0.12);
});

Deno.test("extrapolateFrechet() and measureFrechetFloor() refuse too few rows", () => {
  const set = makePoints({ rows: 3, columns: 1 });
  assertThrows(
    () => measureFrechetFloor(set, key),
    RangeError,
    'Cannot measure the Fréchet floor of "3" rows in "1" splits: at least 4 rows',
  );
  assertThrows(
    () => extrapolateFrechet(set, set, key, { smallest: 3 }),
    RangeError,
    'of "3" samples from "15" counts of "3" up',
  );
});
