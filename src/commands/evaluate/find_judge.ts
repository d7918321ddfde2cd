import { join } from "node:path";
import { digestData } from "../../../pipeline/mod.ts";
import { readRecords, STORE_FOLDER } from "../../../pipeline/verify/mod.ts";
import { readSafetensors } from "../../formats/read_safetensors.ts";
import { formatTask, formatVerify } from "../describe_command.ts";
import { findResults } from "../places.ts";
import { UsageError } from "../usage_error.ts";

/** A judge's parameters on disk. */
export interface FoundJudge {
  readonly path: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  /** Side of the images that it takes, in pixels. */
  readonly size: number;
}

/** Where a judge is looked for. */
export interface FindJudgeOptions {
  /** The file that was named. */
  readonly file?: string;
  /** The results folder as typed; the project's own unless given. */
  readonly results?: string;
}

const KIND = "train-judge";
/** What is left of each side after two poolings, and the channels there. */
const POOLED = 4, CHANNELS = 32;
const DENSE_KERNEL = "judge/judge/dense/kernel";

/**
 * Finds the judge that images are compared by: the file that was named, or else the one that was trained last in a results
 * folder.
 *
 * @param options Where to look.
 * @returns Where it is, and what it takes.
 * @throws {UsageError} If there is none, with the command that makes one; or if the file holds no judge, or is damaged.
 */
export async function findJudge(options: FindJudgeOptions): Promise<FoundJudge> {
  const { file, results } = options;
  const trained = file === undefined ? await findTrained(results) : undefined;
  const path = file ?? trained!.path;
  const bytes = await Deno.readFile(path).catch((cause) => {
    throw new UsageError(`Cannot read the judge "${path}": ${cause.message}`, { cause });
  });
  const digest = digestData(bytes);
  if (trained !== undefined && digest !== trained.digest) {
    throw new UsageError(
      `Cannot use the judge "${path}": its SHA-256 is ${digest}, so it is damaged. ` +
        `This trains it anew: ${formatVerify(results)} --repair`,
    );
  }
  return { path, digest, size: readSize(bytes, path) };
}

async function findTrained(typed: string | undefined): Promise<{ path: string; digest: string }> {
  const results = findResults(typed);
  const found: { startedAt: string; path: string; digest: string }[] = [];
  for (const { kind, startedAt, outputs } of readRecords(results).values()) {
    if (kind !== KIND) continue;
    const { digest } = outputs.judge;
    const path = join(results, STORE_FOLDER, "objects", digest.slice(0, 2), digest);
    const isThere = await Deno.stat(path).then(() => true, () => false);
    if (isThere) found.push({ startedAt, path, digest });
  }
  const [last] = found.sort((one, other) => one.startedAt < other.startedAt ? 1 : -1);
  if (last === undefined) {
    const where = typed === undefined ? [] : ["--results", typed];
    const line = ["run", "experiments/mode-collapse.ts", "--only", KIND, ...where];
    throw new UsageError(
      `Cannot judge images: there is no judge in "${results}". This trains one in half a minute: ` +
        formatTask(...line),
    );
  }
  return last;
}

function readSize(bytes: Uint8Array, path: string): number {
  let shape: readonly number[] | undefined;
  try {
    shape = readSafetensors(bytes).tensors[DENSE_KERNEL]?.shape;
  } catch (cause) {
    throw new UsageError(`Cannot use the judge "${path}": ${(cause as Error).message}`, { cause });
  }
  const size = POOLED * Math.sqrt((shape?.[0] ?? 0) / CHANNELS);
  if (!(Number.isInteger(size) && size > 0)) {
    throw new UsageError(
      `Cannot use the judge "${path}": it lacks a tensor "${DENSE_KERNEL}"; the artifact of a ` +
        `${KIND} stage is wanted`,
    );
  }
  return size;
}
