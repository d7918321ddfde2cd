import { readSafetensors } from "../formats/read_safetensors.ts";
import type { TrainingSet } from "../training/batches.ts";

/** One split of a data set: samples, and the class or mixture component of each. */
export interface Split {
  readonly set: TrainingSet;
  readonly labels: Uint8Array;
}

/** A prepared data set, as the stage `prepare-data` wrote it. */
export interface PreparedData {
  readonly train: Split;
  readonly test: Split;
  /** Mixtures only: centres [k, 2] row-major, weights [k], and the common standard deviation. */
  readonly mixture?: {
    readonly centres: Float32Array;
    readonly weights: Float32Array;
    readonly standardDeviation: number;
  };
}

/** Reads `data.safetensors`. */
export async function readData(path: string): Promise<PreparedData> {
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
  return {
    train: split("train"),
    test: split("test"),
    ...(isImages ? {} : {
      mixture: {
        centres: tensors.centres.data as Float32Array,
        weights: tensors.weights.data as Float32Array,
        standardDeviation: Number(metadata.standardDeviation),
      },
    }),
  };
}
