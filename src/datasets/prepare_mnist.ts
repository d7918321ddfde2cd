import { parseIdxImages, parseIdxLabels } from "../formats/parse_idx.ts";
import type { SafetensorsFile, StoredTensor } from "../formats/safetensors.ts";

/** The bytes of MNIST's four files. */
export interface MnistBytes {
  readonly trainImages: Uint8Array;
  readonly trainLabels: Uint8Array;
  readonly testImages: Uint8Array;
  readonly testLabels: Uint8Array;
}

const CLASS_COUNT = 10;

/**
 * Turns MNIST's IDX files into named tensors: `train/images` U8 [n, rows, columns], `train/labels` U8 [n], and the same
 * for `test`.
 *
 * @param files The four files.
 * @returns The contents of `data.safetensors`.
 * @throws {SyntaxError} When a file breaks the IDX format.
 * @throws {RangeError} When images and labels differ in number, or a label is not 0 … 9.
 */
export function prepareMnist(files: MnistBytes): SafetensorsFile {
  return {
    tensors: {
      ...prepareSplit("train", files.trainImages, files.trainLabels),
      ...prepareSplit("test", files.testImages, files.testLabels),
    },
    metadata: { kind: "images", classCount: String(CLASS_COUNT) },
  };
}

function prepareSplit(
  split: string,
  imageBytes: Uint8Array,
  labelBytes: Uint8Array,
): Record<string, StoredTensor> {
  const { count, rows, columns, pixels } = parseIdxImages(imageBytes);
  const labels = parseIdxLabels(labelBytes);
  if (labels.length !== count) {
    throw new RangeError(
      `Cannot pair ${count} ${split} images with ${labels.length} labels: equal numbers are wanted`,
    );
  }
  const wrong = labels.findIndex((label) => label >= CLASS_COUNT);
  if (wrong >= 0) {
    throw new RangeError(
      `Cannot use the ${split} label ${wrong}: value is ${labels[wrong]}; 0 to 9 is wanted`,
    );
  }
  return {
    [`${split}/images`]: { dtype: "U8", shape: [count, rows, columns], data: pixels },
    [`${split}/labels`]: { dtype: "U8", shape: [count], data: labels },
  };
}
