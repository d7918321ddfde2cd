import { prepareMixture } from "../../src/datasets/prepare_mixture.ts";
import { locateMnist } from "../../src/datasets/mnist_files.ts";
import { parseIdxImages, parseIdxLabels } from "../../src/formats/parse_idx.ts";
import type { SampleShape } from "../../src/networks/network.ts";
import type { TrainingSet } from "../../src/training/batches.ts";

/** Samples to train on: enough that batches differ, few enough to hand to every peer. */
const COUNT = 4_096;

/** Data of a benchmark: the first MNIST images with their labels, or points of a ring of eight Gaussians (labels: modes). */
export async function loadData(
  shape: SampleShape,
): Promise<{ set: TrainingSet; labels: Uint8Array }> {
  if (shape.kind === "points") {
    const { tensors } = prepareMixture({
      kind: "ring",
      modeCount: 8,
      radius: 1,
      standardDeviation: 0.02,
      trainCount: COUNT,
      testCount: 2,
    }, 0);
    return {
      set: { shape, count: COUNT, values: tensors["train/points"].data as Float32Array },
      labels: tensors["train/components"].data as Uint8Array,
    };
  }
  const files = locateMnist();
  const { pixels, rows, columns } = parseIdxImages(await Deno.readFile(files.trainImages.path));
  const labels = parseIdxLabels(await Deno.readFile(files.trainLabels.path));
  return {
    set: { shape, count: COUNT, values: pixels.slice(0, COUNT * rows * columns) },
    labels: labels.slice(0, COUNT),
  };
}
