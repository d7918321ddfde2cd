import type { StoredTensor } from "../formats/safetensors.ts";
import { toBase64 } from "../formats/to_base64.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import type { PlaneWindow } from "../training/draw_plane.ts";

/**
 * Encodes samples for those who watch a training. What they are drawn as is for the watchers to know, so that no training
 * depends on it.
 *
 * @param samples Samples of one step, as they are stored.
 * @param window The square of the plane that points are shown in.
 * @returns A file of the tensors `samples` and, for points, `window` (left, lower edge, size), in base64.
 */
export function encodePreview(samples: StoredTensor, window: PlaneWindow | null): string {
  const tensors: Record<string, StoredTensor> = { samples };
  if (window !== null) {
    const data = Float64Array.of(window.x, window.y, window.size);
    tensors.window = { dtype: "F64", shape: [3], data };
  }
  return toBase64(writeSafetensors({ tensors, metadata: {} }));
}
