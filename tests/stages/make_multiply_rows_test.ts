import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { openPortable } from "../../src/engine/portable/portable_engine.ts";
import {
  classifyByNeighbours,
  compareNeighbourhoods,
  type FeatureMatrix,
  findNearestOthers,
  findNearestRows,
  type MultiplyRows,
  testNearestNeighbours,
} from "../../src/metrics/mod.ts";
import { takeRows } from "../../src/metrics/take_rows.ts";
import { makeMultiplyRows } from "../../src/stages/make_multiply_rows.ts";
import { openTestEngine } from "../engine/open_test_engine.ts";
import { makePoints } from "../metrics/make_points.ts";
import { makeCountedProduct } from "../metrics/multiply_plainly.ts";

const ROWS = 2_100, COLUMNS = 131;

/** Everything that is found in two sets by their neighbours. */
function findAll(fake: FeatureMatrix, real: FeatureMatrix, multiply?: MultiplyRows) {
  const labels = Array.from({ length: real.rows }, (_, row) => row % 7);
  return {
    neighbourhoods: compareNeighbourhoods(fake, real, { multiply }),
    nearest: findNearestRows(fake, real, { count: 3, multiply }),
    others: findNearestOthers(real, { count: 4, multiply }),
    classes: classifyByNeighbours(fake, { features: real, labels }, { count: 3, multiply }),
    test: testNearestNeighbours(fake, real, { multiply }),
  };
}

const move = (set: FeatureMatrix, to: (value: number, row: number) => number): FeatureMatrix => ({
  ...set,
  data: Float64Array.from(set.data, (value, at) => to(value, Math.floor(at / set.columns))),
});

const real = makePoints({ rows: ROWS, columns: COLUMNS, seed: 1 });
const other = makePoints({ rows: 900, columns: COLUMNS, seed: 2, spread: 0.9, mean: 0.1 });
const SETS: Readonly<Record<string, readonly [FeatureMatrix, FeatureMatrix]>> = {
  "ordinary samples": [other, real],
  "tight clumps": [move(other, (value, row) => row % 10 + 1e-6 * value), real],
  "copies of the data": [takeRows(real, Uint32Array.from({ length: 900 }, (_, i) => i % 70)), real],
  "samples all at one point": [move(other, () => 0.5), real],
  "values float32 does not hold": [
    move(other, (value) => 1e140 * value),
    move(real, (value) => 1e140 * value),
  ],
  "values float32 takes for 0": [
    move(other, (value) => 1e-140 * value),
    move(real, (value) => 1e-140 * value),
  ],
  "a point far from all others": [other, move(real, (value, row) => row === 3 ? 1e30 : value)],
};

Deno.test("makeMultiplyRows() takes libtensorflow's product, with which searches find the same", async (t) => {
  const engine = await openTestEngine();
  const multiply = makeMultiplyRows(engine)!;
  const tensorCount = engine.tensorCount();
  for (const [name, [fake, data]] of Object.entries(SETS)) {
    await t.step(name, () => assertEquals(findAll(fake, data, multiply), findAll(fake, data)));
  }
  assertEquals(engine.tensorCount(), tensorCount);
  engine.close();
});

Deno.test("every search by neighbours multiplies by the product that it is given", () => {
  const labels = Array.from({ length: real.rows }, (_, row) => row % 7);
  const searches: Record<string, (multiply: MultiplyRows) => unknown> = {
    compareNeighbourhoods: (multiply) => compareNeighbourhoods(other, other, { multiply }),
    findNearestRows: (multiply) => findNearestRows(other, other, { multiply }),
    findNearestOthers: (multiply) => findNearestOthers(other, { multiply }),
    classifyByNeighbours: (multiply) =>
      classifyByNeighbours(other, { features: real, labels }, { multiply }),
    testNearestNeighbours: (multiply) => testNearestNeighbours(other, other, { multiply }),
  };
  const called = Object.entries(searches).map(([name, search]) => {
    const { multiply, calls } = makeCountedProduct();
    search(multiply);
    return [name, calls()];
  });
  // Blocks of 1,024: 900 rows are one, 1,800 two and 2,100 three.
  assertEquals(Object.fromEntries(called), {
    compareNeighbourhoods: 3,
    findNearestRows: 1,
    findNearestOthers: 1,
    classifyByNeighbours: 3,
    testNearestNeighbours: 3,
  });
});

Deno.test("makeMultiplyRows() takes no device that may round to TensorFloat-32", async () => {
  const engine = await openTestEngine();
  const withFlags = (...flags: string[]) =>
    makeMultiplyRows({ ...engine, description: { ...engine.description, flags } });
  assertEquals(typeof withFlags("deterministic-ops=on", "tf32=off"), "function");
  for (const flag of ["tf32=on", "tf32=unknown"]) assertEquals(withFlags(flag), undefined);
  engine.close();
});

Deno.test("makeMultiplyRows() gives x yᵀ row by row", async () => {
  const engine = await openTestEngine();
  const x = { data: Float32Array.of(1, 2, 3, 4), rows: 2, columns: 2 };
  const y = { data: Float32Array.of(1, 0, 0, 1, 5, 6), rows: 3, columns: 2 };
  assertEquals([...makeMultiplyRows(engine)!(x, y)], [1, 2, 17, 3, 4, 39]);
  engine.close();
});

Deno.test("makeMultiplyRows() leaves searches their own kernel where the engine is no faster", async () => {
  const engine = await openPortable({ threads: 1 });
  assertEquals(makeMultiplyRows(engine), undefined);
  assertEquals(tf.memory().numTensors, 0);
  engine.close();
});
