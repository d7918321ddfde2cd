import type { SafetensorsFile } from "../formats/safetensors.ts";
import { drawMixture, listCentres, type Mixture, type MixtureLayout } from "./gaussian_mixture.ts";

/** A mixture as a spec describes it: layout, sizes, and weights where they are not equal. */
export type MixtureSettings = MixtureLayout & {
  readonly weights?: readonly number[];
  readonly standardDeviation: number;
  readonly trainCount: number;
  readonly testCount: number;
};

/**
 * Draws a mixture's train and test points: `train/points` F32 [n, 2], `train/components` U8 [n], the same for `test`,
 * and `centres` F32 [k, 2], `weights` F32 [k].
 *
 * @param settings The mixture, and how many points.
 * @param seed Seed of the draws.
 * @returns The contents of `data.safetensors`.
 */
export function prepareMixture(settings: MixtureSettings, seed: number): SafetensorsFile {
  const centres = listCentres(settings);
  const weights = settings.weights ?? centres.map(() => 1 / centres.length);
  const { standardDeviation } = settings;
  const mixture: Mixture = { centres, weights, standardDeviation };
  const split = (name: "train" | "test", count: number) => {
    const { points, components } = drawMixture(mixture, {
      seed,
      stream: `mixture/${name}`,
      step: 0,
    }, count);
    return {
      [`${name}/points`]: { dtype: "F32", shape: [count, 2], data: points },
      [`${name}/components`]: { dtype: "U8", shape: [count], data: components },
    } as const;
  };
  return {
    tensors: {
      ...split("train", settings.trainCount),
      ...split("test", settings.testCount),
      centres: {
        dtype: "F32",
        shape: [centres.length, 2],
        data: Float32Array.from(centres.flat()),
      },
      weights: { dtype: "F32", shape: [weights.length], data: Float32Array.from(weights) },
    },
    metadata: { kind: "points", standardDeviation: String(standardDeviation) },
  };
}
