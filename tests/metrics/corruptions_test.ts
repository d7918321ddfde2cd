import { assert, assertEquals } from "@std/assert";
import { locateMnist } from "../../src/datasets/mnist_files.ts";
import { drawDirections } from "../../src/metrics/draw_directions.ts";
import type { FeatureMatrix } from "../../src/metrics/feature_matrix.ts";
import { measureFrechetDistance } from "../../src/metrics/frechet_distance.ts";
import { measureGaussianDiscrepancy } from "../../src/metrics/gaussian_discrepancy.ts";
import { measureKernelDistance } from "../../src/metrics/kernel_distance.ts";
import { measureSlicedWasserstein } from "../../src/metrics/sliced_wasserstein.ts";
import { CORRUPTIONS, type Images } from "./corrupt_images.ts";

const SIDE = 28, COUNT = 500, HEADER_BYTES = 16;
const LEVELS = [0, 1, 2, 3, 4];

/** MNIST's test images from number `first` on. */
function readImages(first: number): Images {
  const bytes = Deno.readFileSync(locateMnist().testImages.path);
  const from = HEADER_BYTES + first * SIDE ** 2;
  const pixels = bytes.subarray(from, from + COUNT * SIDE ** 2);
  return { data: Float64Array.from(pixels, (pixel) => pixel / 255), count: COUNT, side: SIDE };
}

/** Pixels averaged by twos, 196 features: what a metric of distributions needs no network for. */
function toFeatures({ data, count, side }: Images): FeatureMatrix {
  const half = side / 2, columns = half ** 2;
  const features = new Float64Array(count * columns);
  data.forEach((value, i) => {
    const image = Math.floor(i / side ** 2), x = i % side, y = Math.floor(i / side) % side;
    features[image * columns + Math.floor(y / 2) * half + Math.floor(x / 2)] += value / 4;
  });
  return { data: features, rows: count, columns };
}

const clean = readImages(0), real = toFeatures(readImages(5000));
const directions = drawDirections({ seed: 1, stream: "test", step: 0 }, {
  count: 32,
  columns: 196,
});

const METRICS: Record<string, (fake: FeatureMatrix) => number> = {
  "Fréchet distance": (fake) => measureFrechetDistance(fake, real),
  "kernel distance": (fake) => measureKernelDistance(fake, real),
  "Gaussian MMD": (fake) => measureGaussianDiscrepancy(fake, real, { bandwidth: 6 }).unbiased,
  "sliced Wasserstein distance": (fake) => measureSlicedWasserstein(fake, real, { directions }),
};

for (const [name, corrupt] of Object.entries(CORRUPTIONS)) {
  const sets = LEVELS.map((level) => toFeatures(corrupt(clean, level)));
  for (const [metric, measure] of Object.entries(METRICS)) {
    Deno.test(`${metric} rises with each level of ${name}`, () => {
      const values = sets.map(measure);
      const rises = values.every((value, level) => level === 0 || value > values[level - 1]);
      assert(rises, values.join(" "));
    });
  }
  Deno.test(`corruption by ${name} at level 0 changes nothing`, () => {
    assertEquals(sets[0], toFeatures(clean));
  });
}
