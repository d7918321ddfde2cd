import { assert, assertEquals, assertGreater, assertLess, assertThrows } from "@std/assert";
import { drawIntegers } from "../../src/engine/random.ts";
import { measureGanTrainTest } from "../../src/metrics/gan_train.ts";
import { makePoints } from "./make_points.ts";

/** Three classes around corners of a triangle, as many as labels say. */
function makeClasses(labels: ArrayLike<number>, seed: number, spread = 0.5) {
  const features = makePoints({ rows: labels.length, columns: 2, seed, spread });
  for (let row = 0; row < labels.length; row++) {
    features.data[2 * row] += 4 * Number(labels[row] === 1);
    features.data[2 * row + 1] += 4 * Number(labels[row] === 2);
  }
  return { features, labels };
}

const draw = (seed: number) => drawIntegers({ seed, stream: "test", step: 0 }, 300, 3);
const options = { classCount: 3 };
const real = makeClasses(draw(1), 1);

Deno.test("measureGanTrainTest() of a good conditional generator is the baseline", () => {
  const { ganTrain, ganTest, baseline } = measureGanTrainTest(
    makeClasses(draw(2), 2),
    real,
    options,
  );
  for (const value of [ganTrain, ganTest, baseline]) assertGreater(value, 0.98);
});

Deno.test("measureGanTrainTest() sees a dropped class in GAN-train, not in GAN-test", () => {
  const labels = draw(3).map((label) => label === 2 ? 0 : label);
  const { ganTrain, ganTest } = measureGanTrainTest(makeClasses(labels, 3), real, options);
  assertLess(ganTrain, 0.75);
  assertGreater(ganTest, 0.98);
});

Deno.test("measureGanTrainTest() sees bad samples in GAN-test", () => {
  const { ganTest } = measureGanTrainTest(makeClasses(draw(4), 4, 6), real, options);
  assertLess(ganTest, 0.7);
});

Deno.test("measureGanTrainTest() of samples of one class is that class's share of the data", () => {
  const labels = new Uint32Array(300);
  const { ganTrain } = measureGanTrainTest(makeClasses(labels, 5), real, options);
  const share = [...real.labels as Uint32Array].filter((label) => label === 0).length / 300;
  assertEquals(ganTrain, share);
  assert(share > 0.2);
});

Deno.test("measureGanTrainTest() refuses a label that is no class", () => {
  assertThrows(
    () => measureGanTrainTest({ ...real, labels: new Uint8Array(300).fill(3) }, real, options),
    RangeError,
    'at "labels[0]": value is 3; a whole number from 0 to 2 is wanted',
  );
});
