import type { Generator } from "../experiment/experiment.ts";
import type {
  DrawSamplesParams,
  PrepareDataParams,
  SampleShape,
  StackDigitsParams,
  TrainGanParams,
} from "../experiment/stage_params.ts";

const BYTES_PER_MB = 1e6;
const FLOAT_BYTES = 4;
/** Both coordinates of a point, and the component that it is of. */
const POINT_BYTES = 2 * FLOAT_BYTES + 1;
/** Which digit a channel of a stack is. */
const INDEX_BYTES = 4;
/** All images and labels. */
const MNIST_MB = 60;
/** Side of a convolution's kernel. */
const KERNEL_SIZE = 5;
/** A row of the history and of the timing, as text, and as much again in a checkpoint. */
const STEP_BYTES = 300;
/** What the discriminator answers over the plane, and the generator's net. */
const PLANE_BYTES = 40_000;
/** Snapshots stand in the outputs, and in two versions of the checkpoint. */
const COPIES = 3;
/** Parameters and both moments of two networks of a size, in two versions. */
const STATE_COPIES = 12;
/** Snapshots whose samples are drawn, where an experiment has not many. */
const USUAL_SNAPSHOTS = 10;

/**
 * Estimates what a training writes, its checkpoint included.
 *
 * @param params The stage's.
 * @returns Megabytes, rather too many than too few.
 */
export function estimateTrainingMb(
  { settings, dataset, snapshots }: TrainGanParams,
): number {
  const { generator, latentDim, stepCount } = settings;
  const networkBytes = FLOAT_BYTES * countWeights(generator, latentDim, dataset);
  const planeBytes = dataset.kind === "points" ? PLANE_BYTES : 0;
  const bytes = COPIES * snapshots.length * (networkBytes + planeBytes) +
    STATE_COPIES * networkBytes +
    STEP_BYTES * stepCount;
  return 1 + bytes / BYTES_PER_MB;
}

/**
 * Estimates what the drawn samples of a run take, of ten snapshots.
 *
 * @param params The stage's.
 * @returns Megabytes, rather too many than too few.
 */
export function estimateSamplesMb(
  { sampleCount, curveSampleCount, gridSize, dataset }: DrawSamplesParams,
): number {
  const count = sampleCount + USUAL_SNAPSHOTS * (curveSampleCount + gridSize);
  return 1 + count * measureSample(dataset) / BYTES_PER_MB;
}

/**
 * Estimates what prepared data take.
 *
 * @param params The stage's.
 * @returns Megabytes, rather too many than too few.
 */
export function estimateDataMb({ dataset }: PrepareDataParams): number {
  return dataset.kind === "mnist"
    ? MNIST_MB
    : 1 + countSamples(dataset) * POINT_BYTES / BYTES_PER_MB;
}

/**
 * Estimates what the list takes that says which digits are stacked.
 *
 * @param params The stage's.
 * @returns Megabytes, rather too many than too few.
 */
export function estimateStacksMb({ channels, ...counts }: StackDigitsParams): number {
  return 1 + countSamples(counts) * channels * INDEX_BYTES / BYTES_PER_MB;
}

function countSamples(
  { trainCount, testCount }: { trainCount: number; testCount: number },
): number {
  return trainCount + testCount;
}

/** Bytes of a sample as it is stored. */
function measureSample(shape: SampleShape): number {
  return shape.kind === "points" ? 2 * FLOAT_BYTES : shape.size ** 2 * (shape.channels ?? 1);
}

function countWeights(generator: Generator, latentDim: number, shape: SampleShape): number {
  if (generator.kind === "mlp") {
    const output = shape.kind === "points" ? 2 : measureSample(shape);
    const units = [...generator.hidden.map((count) => count * (generator.pieces ?? 1)), output];
    return sumProducts([latentDim, ...generator.hidden], units);
  }
  const { channels } = generator;
  const { size, channels: last = 1 } = shape.kind === "points" ? { size: 1 } : shape;
  const inner = Math.ceil(size / 2 ** channels.length) ** 2;
  return latentDim * inner * channels[0] +
    KERNEL_SIZE ** 2 * sumProducts(channels, [...channels.slice(1), last]);
}

function sumProducts(first: readonly number[], second: readonly number[]): number {
  return first.reduce((sum, value, at) => sum + value * second[at], 0);
}
