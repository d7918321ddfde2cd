import type { StoredTensor } from "../formats/safetensors.ts";
import type { PlaneSnapshot } from "../report/report_data.ts";
import type { PlaneWindow } from "../training/draw_plane.ts";
import { parseSnapshotName } from "./snapshot_name.ts";

/**
 * Both networks over the plane at one snapshot, as tensors named under it.
 *
 * @param name The snapshot's name.
 * @param plane Logits of the discriminator, the square they cover, and the generator's net.
 * @returns `<name>/field`, `<name>/window` (x, y, size) and `<name>/manifold`.
 */
export function toPlaneTensors(
  name: string,
  plane: { field: Float32Array; window: PlaneWindow; manifold: Float32Array },
): Record<string, StoredTensor> {
  const { x, y, size } = plane.window;
  const sideOf = (count: number): number => Math.round(Math.sqrt(count));
  const [field, manifold] = [sideOf(plane.field.length), sideOf(plane.manifold.length / 2)];
  return {
    [`${name}/field`]: { dtype: "F32", shape: [field, field], data: plane.field },
    [`${name}/window`]: { dtype: "F32", shape: [3], data: Float32Array.of(x, y, size) },
    [`${name}/manifold`]: {
      dtype: "F32",
      shape: [manifold, manifold, 2],
      data: plane.manifold,
    },
  };
}

/**
 * Reads what {@linkcode toPlaneTensors} wrote.
 *
 * @param tensors The tensors of a file.
 * @param isCritic Whether the discriminator's answers are a critic's scores, which have no fixed zero.
 * @returns Snapshots in order of step, with answers from 0 (fake) to 1 (real).
 */
export function readPlanes(
  tensors: Readonly<Record<string, StoredTensor>>,
  isCritic: boolean,
): PlaneSnapshot[] {
  const names = Object.keys(tensors).filter((name) => name.endsWith("/field"));
  return names.map((name) => {
    const prefix = name.slice(0, -"/field".length);
    const logits = tensors[name].data as Float32Array;
    const [x, y, size] = tensors[`${prefix}/window`].data as Float32Array;
    return {
      step: parseSnapshotName(prefix)!,
      field: toAnswers(isCritic ? standardize(logits) : logits),
      window: { x, y, size },
      manifold: tensors[`${prefix}/manifold`].data as Float32Array,
    };
  }).sort((one, other) => one.step - other.step);
}

/** The logistic function of each logit. */
function toAnswers(logits: Float32Array): Float32Array {
  return logits.map((logit) => 1 / (1 + Math.exp(-logit)));
}

/** A critic's scores about their median, in units of half the distance between their quartiles. */
function standardize(scores: Float32Array): Float32Array {
  const sorted = scores.toSorted();
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))];
  const half = (at(0.75) - at(0.25)) / 2 || 1;
  return scores.map((score) => (score - at(0.5)) / half);
}
