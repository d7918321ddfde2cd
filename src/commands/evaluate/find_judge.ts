import { join } from "node:path";
import { digestData, type StageRecord } from "../../../pipeline/mod.ts";
import { readSafetensors } from "../../formats/read_safetensors.ts";
import { UsageError } from "../usage_error.ts";

/** A judge's parameters on disk. */
export interface FoundJudge {
  readonly path: string;
  /** SHA-256 of the file. */
  readonly digest: string;
  /** Side of the images that it takes, in pixels. */
  readonly size: number;
}

const KIND = "train-judge";
/** What is left of each side after two poolings, and the channels there. */
const POOLED = 4, CHANNELS = 32;
const DENSE_KERNEL = "judge/judge/dense/kernel";

/**
 * Finds the judge that images are compared by: the file that was named, or else the one that was trained last in a results
 * folder.
 *
 * @param options The file as named, and the results folder.
 * @returns Where it is, and what it takes.
 * @throws {UsageError} If there is none, with the command that makes one; or if the file holds no judge, or is damaged.
 */
export async function findJudge(
  options: { readonly file?: string; readonly results: string },
): Promise<FoundJudge> {
  const { file, results } = options;
  const trained = file === undefined ? await findTrained(results) : undefined;
  const path = file ?? trained!.path;
  const bytes = await Deno.readFile(path).catch((cause) => {
    throw new UsageError(`Cannot read the judge "${path}": ${cause.message}`, { cause });
  });
  const digest = digestData(bytes);
  if (trained !== undefined && digest !== trained.digest) {
    throw new UsageError(
      `Cannot use the judge "${path}": its SHA-256 is ${digest}, so it is damaged. ${makeOne()}`,
    );
  }
  return { path, digest, size: readSize(bytes, path) };
}

async function findTrained(results: string): Promise<{ path: string; digest: string }> {
  const store = join(results, ".store");
  const found: { startedAt: string; path: string; digest: string }[] = [];
  for (const name of await listNames(join(store, "records"))) {
    const text = await Deno.readTextFile(join(store, "records", name));
    if (!text.includes(`"${KIND}"`)) continue;
    const { kind, startedAt, outputs }: StageRecord = JSON.parse(text);
    if (kind !== KIND) continue;
    const { digest } = outputs.judge;
    const path = join(store, "objects", digest.slice(0, 2), digest);
    const isThere = await Deno.stat(path).then(() => true, () => false);
    if (isThere) found.push({ startedAt, path, digest });
  }
  const [last] = found.sort((one, other) => one.startedAt < other.startedAt ? 1 : -1);
  if (last === undefined) {
    throw new UsageError(`Cannot judge images: there is no judge in "${results}". ${makeOne()}`);
  }
  return last;
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name)
      .filter((name) => name.endsWith(".json"));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
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

function makeOne(): string {
  return `This trains one in half a minute: deno task run experiments/mode-collapse.ts --only ${KIND}`;
}
