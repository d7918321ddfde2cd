import { join } from "node:path";
import { findCacheFolder } from "../src/engine/library/cache_folder.ts";
import type { PeerPython } from "./list_competitors.ts";

/** The peers, pinned: a table is worth what can be repeated. */
const PACKAGES = [
  "torch==2.15.0",
  "jax==0.10.2",
  "numpy==2.4.6",
  "scipy==1.17.1",
  "scikit-learn==1.9.1",
  "prdc==0.2",
];

/**
 * Gives a Python that has the peers; the first time, makes an environment in the cache folder with pip.
 *
 * PyTorch's wheel for Linux brings its CUDA libraries along, several gigabytes; on the CPU it computes as the smaller
 * wheels do.
 *
 * @param tell Hears what takes long.
 * @throws {Error} When Python or pip fails, with the end of what they said.
 */
export async function ensurePeers(tell: (line: string) => void): Promise<PeerPython> {
  const folder = join(findCacheFolder(), "peers");
  const isWindows = Deno.build.os === "windows";
  const program = isWindows ? join(folder, "Scripts", "python.exe") : join(folder, "bin", "python");
  const marker = join(folder, "installed");
  const wanted = PACKAGES.join("\n");
  const installed = await Deno.readTextFile(marker).catch(() => "");
  if (installed !== wanted) {
    tell(`pip installs ${PACKAGES.join(", ")}: some minutes, once`);
    await runOrThrow(isWindows ? "python" : "python3", ["-m", "venv", folder]);
    await runOrThrow(program, ["-m", "pip", "install", "--quiet", ...PACKAGES]);
    await Deno.writeTextFile(marker, wanted);
  }
  return { program, compiledFolder: join(folder, "compiled") };
}

/** Versions of Python and of the peers' packages. */
export async function listPeerVersions({ program }: PeerPython): Promise<Record<string, string>> {
  const { stdout } = await new Deno.Command(program, { args: ["--version"] }).output();
  const python = new TextDecoder().decode(stdout).trim().replace("Python ", "");
  return { python, ...Object.fromEntries(PACKAGES.map((pinned) => pinned.split("=="))) };
}

async function runOrThrow(program: string, args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, { args, stdout: "null" }).output()
    .catch((cause) => {
      throw new Error(`Cannot start "${program}": it is not found. Install Python 3`, { cause });
    });
  if (success) return;
  const said = new TextDecoder().decode(stderr).trim().slice(-1_000);
  throw new Error(
    `Cannot make the peers' environment: "${program} ${args.join(" ")}" failed.\n${said}`,
  );
}
