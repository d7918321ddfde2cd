import type { StoredTensor } from "../formats/safetensors.ts";
import type { PixelMatrix } from "../metrics/mod.ts";

/** Pairs kept for the report. */
const KEPT_COUNT = 12;

/** Samples that were looked up, and what is nearest to each. */
export interface LookedUp {
  readonly queries: PixelMatrix;
  /** Pixels of what is nearest to a query. */
  readonly takeNearest: (row: number) => Uint8Array;
  /** Distance of each pair. */
  readonly distances: Float64Array;
}

/**
 * Stores the samples that are nearest to training data beside what they are nearest to, the closest pair first.
 *
 * @param found All pairs.
 * @param shape Shape of one sample.
 * @returns Up to 12 samples and neighbours, [n, …shape], and their distances [n].
 */
export function storeClosestPairs(
  { queries, takeNearest, distances }: LookedUp,
  shape: readonly number[],
): Record<"samples" | "neighbours" | "distances", StoredTensor> {
  const order = [...distances.keys()]
    .sort((one, other) => distances[one] - distances[other] || one - other)
    .slice(0, KEPT_COUNT);
  const width = queries.columns;
  const gather = (take: (row: number) => Uint8Array): StoredTensor => {
    const data = new Uint8Array(order.length * width);
    order.forEach((row, at) => data.set(take(row), at * width));
    return { dtype: "U8", shape: [order.length, ...shape], data };
  };
  return {
    samples: gather((row) => takeRow(queries, row)),
    neighbours: gather(takeNearest),
    distances: {
      dtype: "F32",
      shape: [order.length],
      data: Float32Array.from(order, (row) => distances[row]),
    },
  };
}

/** The pixels of one row. */
export function takeRow({ data, columns }: PixelMatrix, row: number): Uint8Array {
  return data.subarray(row * columns, (row + 1) * columns);
}
