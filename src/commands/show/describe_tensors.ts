import { join } from "node:path";
import { readSafetensors } from "../../formats/read_safetensors.ts";
import type { StoredTensor } from "../../formats/safetensors.ts";
import { encodeGrid } from "../../report/encode_grid.ts";

const MOST_IMAGES = 64;
const COLUMNS = 8;
/** The longest side of what is taken for an image. */
const MOST_PIXELS = 512;

/** A tensor in short. */
export interface TensorSummary {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Of finite elements; null if there are none. */
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  readonly nanCount: number;
  readonly infiniteCount: number;
  /** A PNG of its first images, for a tensor of grey images [count, height, width]. */
  readonly picture?: string;
}

/**
 * Sums up the tensors of a safetensors file, and writes pictures of those that are images.
 *
 * @param bytes The file.
 * @param folder Where pictures go; made when there is one.
 * @throws {SyntaxError} If it breaks the format.
 */
export async function describeTensors(bytes: Uint8Array, folder: string): Promise<TensorSummary[]> {
  const { tensors } = readSafetensors(bytes);
  const summaries: TensorSummary[] = [];
  for (const [name, tensor] of Object.entries(tensors)) {
    const { dtype, shape } = tensor;
    const picture = isImages(tensor) ? await writePicture(name, tensor, folder) : undefined;
    summaries.push({
      name,
      dtype,
      shape,
      ...measure(tensor.data),
      ...(picture === undefined ? {} : { picture }),
    });
  }
  return summaries;
}

function measure(data: StoredTensor["data"]) {
  let [min, max, sum, count, nanCount, infiniteCount] = [Infinity, -Infinity, 0, 0, 0, 0];
  for (const value of data) {
    if (Number.isNaN(value)) nanCount++;
    else if (!Number.isFinite(value)) infiniteCount++;
    else {
      if (value < min) min = value;
      if (value > max) max = value;
      sum += value;
      count++;
    }
  }
  const range = count === 0
    ? { min: null, max: null, mean: null }
    : { min, max, mean: sum / count };
  return { ...range, nanCount, infiniteCount };
}

function isImages({ dtype, shape }: StoredTensor): boolean {
  const [count, height, width] = shape;
  return dtype === "U8" && shape.length === 3 && count > 0 && height > 1 && width > 1 &&
    height <= MOST_PIXELS && width <= MOST_PIXELS;
}

async function writePicture(name: string, tensor: StoredTensor, folder: string): Promise<string> {
  const [total, height, width] = tensor.shape;
  const count = Math.min(total, MOST_IMAGES);
  const data = (tensor.data as Uint8Array).subarray(0, count * height * width);
  const { source } = encodeGrid({ data, count, height, width }, { columns: COLUMNS, gap: 1 });
  const base64 = source.slice(source.indexOf(",") + 1);
  await Deno.mkdir(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll(/[^A-Za-z0-9._=-]/g, "_")}.png`);
  await Deno.writeFile(path, Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  return path;
}
