import { basename } from "node:path";
import { digestData } from "../../../pipeline/mod.ts";
import { decompress } from "../../formats/decompress.ts";
import { parseIdxImages } from "../../formats/parse_idx.ts";
import { readNpy } from "../../formats/read_npy.ts";
import { UsageError } from "../usage_error.ts";
import { readFolder } from "./read_folder.ts";
import { readTensors } from "./read_tensors.ts";
import type { IdentifiedSet, SampleSet } from "./sample_set.ts";
import { toSampleSet } from "./to_sample_set.ts";

/** Readers of files by the ending of their name, in any case. */
const READERS: Readonly<Record<string, (bytes: Uint8Array) => SampleSet>> = {
  ".safetensors": readTensors,
  ".npy": (bytes) => toSampleSet(readNpy(bytes), "npy"),
  ".npz": () => {
    throw new TypeError(
      'it holds several arrays; unpack it, and save one: numpy.save("x.npy", numpy.load("x.npz")["x"])',
    );
  },
  ".png": () => {
    throw new TypeError("it is a single image; the folder that it lies in is wanted");
  },
};

/**
 * Reads a set of samples or features: a safetensors file, one of `numpy.save()`, an IDX file (also gzipped), or a folder of
 * PNG files. What it is, is told by the name's ending; a file with another is taken for IDX.
 *
 * @param path Where it lies.
 * @returns The samples.
 * @throws {UsageError} If there is nothing, or nothing that can be read, with the reason.
 */
export async function readSamples(path: string): Promise<IdentifiedSet> {
  try {
    const { isDirectory } = await Deno.stat(path);
    if (isDirectory) return await readFolder(path);
    const file = await Deno.readFile(path);
    const bytes = await decompress(file);
    const name = basename(path).toLowerCase().replace(/\.gz$/, "");
    const ending = Object.keys(READERS).find((known) => name.endsWith(known));
    const set = ending === undefined ? readIdx(bytes) : READERS[ending](bytes);
    return { ...set, digest: digestData(file) };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const reason = cause instanceof Deno.errors.NotFound ? "it is not there" : cause.message;
    throw new UsageError(`Cannot evaluate "${path}": ${reason}`, { cause });
  }
}

function readIdx(bytes: Uint8Array): SampleSet {
  const { count, rows, columns, pixels } = parseOrExplain(bytes);
  return toSampleSet({ dtype: "U8", shape: [count, rows, columns], data: pixels }, "IDX");
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
