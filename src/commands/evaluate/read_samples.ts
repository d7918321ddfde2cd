import { basename, join } from "node:path";
import { decompress } from "../../formats/decompress.ts";
import { parseIdxImages } from "../../formats/parse_idx.ts";
import { readGreyPng } from "../../formats/read_grey_png.ts";
import { readNpy } from "../../formats/read_npy.ts";
import { readSafetensors } from "../../formats/read_safetensors.ts";
import type { StoredTensor } from "../../formats/safetensors.ts";
import { UsageError } from "../usage_error.ts";
import type { ImageSet, SampleSet } from "./sample_set.ts";
import { toSampleSet } from "./to_sample_set.ts";

/** Names under which a safetensors file holds samples, the first one that is there. */
const TENSOR_NAMES = ["features", "final", "samples", "images"];
const LABELS = "labels";

/**
 * Reads a set of samples or features: a safetensors file, one of `numpy.save()`, an IDX file (also gzipped), or a folder of
 * PNG files. What it is, is told by the name's ending; a file with another is taken for IDX.
 *
 * @param path Where it lies.
 * @returns The samples.
 * @throws {UsageError} If there is nothing, or nothing that can be read, with the reason.
 */
export async function readSamples(path: string): Promise<SampleSet> {
  try {
    const { isDirectory } = await Deno.stat(path);
    if (isDirectory) return await readFolder(path);
    const bytes = await decompress(await Deno.readFile(path));
    const name = basename(path).replace(/\.gz$/, "");
    if (name.endsWith(".safetensors")) return readTensors(bytes);
    if (name.endsWith(".npy")) return toSampleSet(readNpy(bytes), "npy");
    if (name.endsWith(".png")) {
      throw new TypeError("it is a single image; the folder that it lies in is wanted");
    }
    return readIdx(bytes);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const reason = cause instanceof Deno.errors.NotFound ? "it is not there" : cause.message;
    throw new UsageError(`Cannot evaluate "${path}": ${reason}`, { cause });
  }
}

function readTensors(bytes: Uint8Array): SampleSet {
  const { tensors } = readSafetensors(bytes);
  const { [LABELS]: labels, ...rest } = tensors;
  const names = Object.keys(rest);
  const name = TENSOR_NAMES.find((known) => Object.hasOwn(rest, known)) ??
    (names.length === 1 ? names[0] : undefined);
  if (name === undefined) {
    throw new TypeError(
      `its tensors are ${names.join(", ") || "none"}; one of the name ${
        TENSOR_NAMES.join(", ")
      } is wanted, or one only`,
    );
  }
  const set = toSampleSet(rest[name], `safetensors, tensor "${name}"`);
  return labels === undefined ? set : { ...set, labels: toLabels(labels, rest[name].shape[0]) };
}

function toLabels({ data, shape, dtype }: StoredTensor, count: number): Uint32Array {
  const isWhole = data instanceof Uint8Array || data instanceof Int32Array;
  if (!isWhole || shape.length !== 1 || shape[0] !== count || data.some((label) => label < 0)) {
    throw new TypeError(
      `its labels are ${dtype} [${shape.join(", ")}]; a whole number >= 0 for each of ${count} ` +
        `samples is wanted, U8 or I32`,
    );
  }
  return Uint32Array.from(data);
}

function readIdx(bytes: Uint8Array): ImageSet {
  const { count, rows: height, columns: width, pixels } = parseOrExplain(bytes);
  return {
    kind: "images",
    count,
    height,
    width,
    pixels,
    source: `IDX, U8 [${count}, ${height}, ${width}]`,
  };
}

/** A file that is none of those that are known ends up here. */
function parseOrExplain(bytes: Uint8Array) {
  try {
    return parseIdxImages(bytes);
  } catch (cause) {
    throw new SyntaxError(
      `${
        (cause as Error).message
      }. Known are .safetensors, .npy, IDX (also .gz) and a folder of PNG files`,
      { cause },
    );
  }
}

/** All PNG files of a folder, in the order of their names. */
async function readFolder(path: string): Promise<ImageSet> {
  const names: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(path)) {
    if (!isDirectory && name.toLowerCase().endsWith(".png")) names.push(name);
  }
  if (names.length === 0) throw new TypeError("the folder holds no PNG; at least one is wanted");
  names.sort();
  let height = 0, width = 0;
  let pixels = new Uint8Array();
  for (const [index, name] of names.entries()) {
    const image = await readPng(join(path, name), name);
    if (index === 0) {
      ({ height, width } = image);
      pixels = new Uint8Array(names.length * height * width);
    } else if (image.height !== height || image.width !== width) {
      throw new TypeError(
        `"${name}" is ${image.width} × ${image.height} pixels, and "${names[0]}" ${width} × ` +
          `${height}; images of one size are wanted`,
      );
    }
    pixels.set(image.pixels, index * height * width);
  }
  const count = names.length;
  const source = `folder of PNG, U8 [${count}, ${height}, ${width}]`;
  return { kind: "images", count, height, width, pixels, source };
}

async function readPng(path: string, name: string) {
  try {
    return readGreyPng(await Deno.readFile(path));
  } catch (cause) {
    throw new TypeError(`"${name}": ${(cause as Error).message}`, { cause });
  }
}
