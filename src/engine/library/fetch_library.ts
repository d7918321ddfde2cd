import { dirname, join } from "node:path";
import { checkSpace } from "./check_space.ts";
import { downloadWheel } from "./download_wheel.ts";
import { findInFolder } from "./find_in_folder.ts";
import { wheelFolder } from "./find_library.ts";
import { formatBytes } from "./format_bytes.ts";
import { unpackWheel } from "./unpack_wheel.ts";
import type { Wheel } from "./wheels.ts";

/** Reports what the set-up is doing: a line of text, and the share done from 0 to 1 where it is known. */
export type SetupProgress = (line: string, share?: number) => void;

/** Wheel and unpacked libraries together, as a multiple of the wheel: they pack to a third of their size. */
const SPACE_RATIO = 4.5;

/**
 * Fetches libtensorflow: downloads the pinned wheel, checks its SHA-256, unpacks the two libraries and their licence, and
 * moves the folder into the cache by rename, so that the cache holds all of it or nothing. A folder there that lacks a
 * library is damaged, and replaced.
 *
 * @param wheel The wheel.
 * @param report Told of progress.
 * @returns Path of `libtensorflow_cc`.
 * @throws {Error} When Python or pip is missing, the disk is full, the download fails, or the digest differs, saying what
 * to do.
 */
export async function fetchLibrary(wheel: Wheel, report: SetupProgress): Promise<string> {
  const target = wheelFolder(wheel);
  await Deno.mkdir(dirname(target), { recursive: true });
  await checkSpace(dirname(target), SPACE_RATIO * wheel.sizeBytes, "libtensorflow");
  const work = await Deno.makeTempDir({ dir: dirname(target), prefix: ".fetch-" });
  try {
    const title = `Downloading libtensorflow ${wheel.version} (${formatBytes(wheel.sizeBytes)})`;
    const file = await downloadWheel(
      wheel,
      work,
      (bytes) => report(title, bytes / wheel.sizeBytes),
    );
    report("Unpacking libtensorflow");
    const unpacked = join(work, "unpacked");
    await unpackWheel(file, unpacked, {
      ...Object.fromEntries(wheel.libraries.map((name) => [`tensorflow/${name}`, name])),
      "tensorflow/include/LICENSE": "LICENSE",
      "tensorflow/THIRD_PARTY_NOTICES.txt": "THIRD_PARTY_NOTICES.txt",
    });
    await moveIntoPlace(unpacked, target);
    return join(target, wheel.libraries[0]);
  } finally {
    await Deno.remove(work, { recursive: true });
  }
}

/** Renames into the cache, in the place of a damaged folder; when another process was faster, its folder is as good. */
async function moveIntoPlace(source: string, target: string): Promise<void> {
  try {
    await Deno.rename(source, target);
  } catch (error) {
    if (!(await Deno.stat(target).catch(() => undefined))?.isDirectory) throw error;
    if (await findInFolder(target) !== undefined) return;
    await Deno.remove(target, { recursive: true });
    await Deno.rename(source, target);
  }
}
