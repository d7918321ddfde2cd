import type { StoredTensor } from "../formats/safetensors.ts";
import type { BallCounts, Neighbourhoods } from "../metrics/mod.ts";

const COUNTS = ["realBallsAroundFake", "fakeBallsAroundReal", "fakesInRealBall"] as const;

/** Who lies in whose neighbourhood, as tensors: `realSquaredRadii` F64 [n], and of each count `inside` and `touching`, I32. */
export function storeNeighbourhoods(
  neighbourhoods: Neighbourhoods,
): Record<string, StoredTensor> {
  const { realSquaredRadii: data } = neighbourhoods;
  const store = (counts: Uint32Array): StoredTensor => ({
    dtype: "I32",
    shape: [counts.length],
    data: Int32Array.from(counts),
  });
  return {
    realSquaredRadii: { dtype: "F64", shape: [data.length], data },
    ...Object.fromEntries(COUNTS.flatMap((name) => {
      const { inside, touching } = neighbourhoods[name];
      return [[`${name}/inside`, store(inside)], [`${name}/touching`, store(touching)]];
    })),
  };
}

/** What {@linkcode storeNeighbourhoods} stored, of the neighbour that set the radii. */
export function restoreNeighbourhoods(
  tensors: Readonly<Record<string, StoredTensor>>,
  neighbour: number,
): Neighbourhoods {
  const take = (name: (typeof COUNTS)[number]): BallCounts => ({
    inside: Uint32Array.from(tensors[`${name}/inside`].data),
    touching: Uint32Array.from(tensors[`${name}/touching`].data),
  });
  return {
    neighbour,
    realSquaredRadii: tensors.realSquaredRadii.data as Float64Array,
    realBallsAroundFake: take("realBallsAroundFake"),
    fakeBallsAroundReal: take("fakeBallsAroundReal"),
    fakesInRealBall: take("fakesInRealBall"),
  };
}
