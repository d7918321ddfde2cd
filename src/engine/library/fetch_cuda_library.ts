import { basename, dirname, join } from "node:path";
import { checkSpace } from "./check_space.ts";
import { cudaFolder, type CudaLibrary, type CudaWheel } from "./cuda_library.ts";
import { downloadWheel } from "./download_wheel.ts";
import type { SetupProgress } from "./fetch_library.ts";
import { formatBytes } from "./format_bytes.ts";
import { unpackWheel } from "./unpack_wheel.ts";

/** Names the wheels that are unpacked, in the folder that they are unpacked to. */
const RECORD = "wheels.json";

/** A wheel that is unpacked, as the record names it. */
type UnpackedWheel = Pick<CudaWheel, "package" | "version" | "sha256">;

/**
 * Fetches a CUDA library, wheel by wheel: each is downloaded, checked against its SHA-256, unpacked and removed. What is
 * unpacked is kept when a later one fails, so that the next attempt goes on from there; the folder appears in the cache by
 * rename, when all of it is there.
 *
 * @param library What to fetch.
 * @param report Told of progress; the share is that of all bytes to download.
 * @returns Path of `libtensorflow_cc`.
 * @throws {Error} When Python or pip is missing, the disk is full, a download fails, or a digest differs, saying what to do.
 */
export async function fetchCudaLibrary(
  library: CudaLibrary,
  report: SetupProgress,
): Promise<string> {
  const target = cudaFolder(library);
  const paths = library.wheels[0].members.map((member) => join(target, member));
  await Deno.mkdir(dirname(target), { recursive: true });
  using _lock = await lock(`${target}.lock`, report);
  if (await areThere(paths)) return paths[0];
  const staging = `${target}.part`;
  await Deno.mkdir(staging, { recursive: true });
  const unpacked = await readRecord(staging);
  const missing = library.wheels.filter(({ sha256 }) =>
    !unpacked.some((wheel) => wheel.sha256 === sha256)
  );
  await checkSpace(
    dirname(target),
    measureNeed(missing),
    `libtensorflow ${library.version} for CUDA`,
  );

  const totalBytes = sum(missing.map(({ sizeBytes }) => sizeBytes));
  let doneBytes = 0;
  for (const [index, wheel] of missing.entries()) {
    const place = `${index + 1} of ${missing.length}, ${formatBytes(totalBytes)} in all`;
    const title = `${wheel.package} ${wheel.version}, ${formatBytes(wheel.sizeBytes)} (${place})`;
    report(`Downloading ${title}`, doneBytes / totalBytes);
    const work = join(staging, ".work");
    await remove(work);
    await Deno.mkdir(work);
    const file = await downloadWheel(
      wheel,
      work,
      (bytes) => report(`Downloading ${title}`, (doneBytes + bytes) / totalBytes),
    );
    doneBytes += wheel.sizeBytes;
    report(`Unpacking ${title}`, doneBytes / totalBytes);
    await unpackWheel(file, staging, listMembers(wheel));
    await remove(work);
    unpacked.push({ package: wheel.package, version: wheel.version, sha256: wheel.sha256 });
    await writeRecord(staging, unpacked);
  }
  // One that lacks a library is damaged.
  await remove(target);
  await Deno.rename(staging, target);
  await remove(`${target}.lock`);
  return paths[0];
}

/** Most bytes on disk at once: what stays, and the largest wheel beside it. */
function measureNeed(wheels: readonly CudaWheel[]): number {
  return sum(wheels.map(({ unpackedBytes }) => unpackedBytes)) +
    Math.max(0, ...wheels.map(({ sizeBytes }) => sizeBytes));
}

/** Places by member: libraries where they were, licences under the wheel's name. */
function listMembers(wheel: CudaWheel): Record<string, string> {
  return Object.fromEntries([
    ...wheel.members.map((member) => [member, member]),
    ...wheel.licences.map((path) => [path, join("licenses", wheel.package, basename(path))]),
  ]);
}

/** One set-up at a time; another waits for it, and finds its work done. */
async function lock(path: string, report: SetupProgress): Promise<Deno.FsFile> {
  const file = await Deno.open(path, { create: true, write: true });
  if (!await file.tryLock(true)) {
    report("Waiting for another set-up to end");
    await file.lock(true);
  }
  return file;
}

async function readRecord(folder: string): Promise<UnpackedWheel[]> {
  try {
    return JSON.parse(await Deno.readTextFile(join(folder, RECORD)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

async function writeRecord(folder: string, wheels: readonly UnpackedWheel[]): Promise<void> {
  const temporary = join(folder, `.${RECORD}`);
  await Deno.writeTextFile(temporary, JSON.stringify(wheels, null, 2) + "\n");
  await Deno.rename(temporary, join(folder, RECORD));
}

async function areThere(paths: readonly string[]): Promise<boolean> {
  const found = await Promise.all(paths.map((path) => Deno.stat(path).catch(() => undefined)));
  return found.every((information) => information !== undefined);
}

async function remove(path: string): Promise<void> {
  await Deno.remove(path, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
