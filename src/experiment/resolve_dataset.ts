import type { Dataset } from "./experiment.ts";
import type { DatasetSpec } from "./spec.ts";

const POINT_COUNTS = { trainCount: 50_000, testCount: 10_000 };

/** Training stacks of PacGAN; as many test stacks as published protocols draw samples (Lin et al. 2018, 4.2). */
const STACK_COUNTS = { trainCount: 128_000, testCount: 26_000 };

/** MNIST's test images. */
const MNIST_TEST_COUNT = 10_000;

/** Fills in what a dataset leaves out, and makes weights sum to 1. */
export function resolveDataset(spec: DatasetSpec): Dataset {
  switch (spec.kind) {
    case "mnist":
      return { kind: "mnist", size: 28 };
    case "stacked-mnist":
      return { size: 28, channels: 3, ...STACK_COUNTS, ...spec };
    case "ring":
      return { modeCount: 8, radius: 1, standardDeviation: 0.02, ...POINT_COUNTS, ...spec };
    case "grid":
      return { side: 5, spacing: 2, standardDeviation: 0.05, ...POINT_COUNTS, ...spec };
    case "mixture": {
      const weights = toShares(spec.weights ?? spec.centres.map(() => 1));
      return { standardDeviation: 0.05, ...POINT_COUNTS, ...spec, weights };
    }
  }
}

/** Whether samples are images or points in the plane. */
export function spaceOf(dataset: Dataset): "images" | "points" {
  return dataset.kind === "mnist" || dataset.kind === "stacked-mnist" ? "images" : "points";
}

/** How many samples the real data can be compared with, both as a reference and as a test. */
export function countComparable(dataset: Dataset): number {
  return dataset.kind === "mnist"
    ? MNIST_TEST_COUNT
    : Math.min(dataset.trainCount, dataset.testCount);
}

function toShares(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
