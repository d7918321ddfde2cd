import { readSafetensors } from "../formats/read_safetensors.ts";
import type { SafetensorsFile } from "../formats/safetensors.ts";
import type { TrainingSet } from "../training/training_set.ts";

/** One split of a data set: samples, and the class or mixture component of each; the digit of each channel of stacks. */
export interface Split {
  readonly set: TrainingSet;
  /** [n], or [n, channels] for stacks. */
  readonly labels: Uint8Array;
}

/** A prepared data set, as the stage `prepare-data` wrote it. */
export interface PreparedData {
  readonly train: Split;
  readonly test: Split;
  /** Stacks only: the splits of the digits that they are made of. */
  readonly digits?: { readonly train: Split; readonly test: Split };
  /** Mixtures only: centres [k, 2] row-major, weights [k], and the common standard deviation. */
  readonly mixture?: {
    readonly centres: Float32Array;
    readonly weights: Float32Array;
    readonly standardDeviation: number;
  };
}

/**
 * Reads `data.safetensors`.
 *
 * @param path Where it lies.
 * @param stacksPath Where `stacks.safetensors` lies, which says how its digits are stacked. Absent: they are not.
 */
export async function readData(path: string, stacksPath?: string): Promise<PreparedData> {
  const { tensors, metadata } = readSafetensors(await Deno.readFile(path));
  const isImages = metadata.kind === "images";
  const split = (name: "train" | "test"): Split => {
    const samples = tensors[`${name}/${isImages ? "images" : "points"}`];
    return {
      set: {
        shape: isImages ? { kind: "images", size: samples.shape[1] } : { kind: "points" },
        count: samples.shape[0],
        values: samples.data as Uint8Array | Float32Array,
      },
      labels: tensors[`${name}/${isImages ? "labels" : "components"}`].data as Uint8Array,
    };
  };
  const data = { train: split("train"), test: split("test") };
  if (stacksPath !== undefined) {
    return stackSplits(data, readSafetensors(await Deno.readFile(stacksPath)));
  }
  if (isImages) return data;
  return {
    ...data,
    mixture: {
      centres: tensors.centres.data as Float32Array,
      weights: tensors.weights.data as Float32Array,
      standardDeviation: Number(metadata.standardDeviation),
    },
  };
}

function stackSplits(
  digits: { readonly train: Split; readonly test: Split },
  { tensors }: SafetensorsFile,
): PreparedData {
  const split = (name: "train" | "test"): Split => {
    const [count, channels] = tensors[`${name}/stacks`].shape;
    const stacks = tensors[`${name}/stacks`].data as Int32Array;
    const { set, labels } = digits[name];
    if (set.shape.kind !== "images") throw new TypeError("Cannot stack points: images are wanted");
    return {
      set: { ...set, shape: { ...set.shape, channels }, count, stacks },
      labels: Uint8Array.from(stacks, (digit) => labels[digit]),
    };
  };
  return { train: split("train"), test: split("test"), digits };
}
