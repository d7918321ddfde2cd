import { join } from "node:path";
import { findProgram } from "../../../src/commands/doctor/find_program.ts";
import type { PinnedWheel } from "../../../src/engine/library/wheels.ts";
import { withEnvironment } from "./with_environment.ts";

/** Whether wheels can be fetched here at all. */
export const hasPip = findProgram(["python3"]) !== null &&
  await new Deno.Command("python3", { args: ["-m", "pip", "--version"], stderr: "null" }).output()
    .then(({ success }) => success);
if (!hasPip) console.log("Fetching is not tested: no Python with pip on PATH");

/** Writes a wheel that pip takes, of executable members, a licence and a file, and prints its SHA-256. */
const MAKE_WHEEL = `
import hashlib, sys, zipfile
folder, name, *members = sys.argv[1:]
info = f"{name}-1.0.dist-info"
path = f"{folder}/{name}-1.0-py3-none-any.whl"
with zipfile.ZipFile(path, "w") as archive:
  for member in members:
    tool = zipfile.ZipInfo(member)
    tool.external_attr = 0o100755 << 16
    archive.writestr(tool, f"content of {name}")
  archive.writestr("unwanted/file", "x")
  archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\\nName: {name}\\nVersion: 1.0\\n")
  archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
  archive.writestr(f"{info}/License.txt", "licence")
  archive.writestr(f"{info}/RECORD", "")
print(hashlib.sha256(open(path, "rb").read()).hexdigest())
`;

/**
 * Makes a wheel.
 *
 * @param index Folder of the index.
 * @param name Name of the package.
 * @param members Paths in the wheel of files that hold `content of <name>`.
 */
export async function makeWheel(
  index: string,
  name: string,
  members: readonly string[],
): Promise<PinnedWheel> {
  const { stdout } = await new Deno.Command("python3", {
    args: ["-c", MAKE_WHEEL, index, name, ...members],
  }).output();
  return {
    package: name,
    version: "1.0",
    platforms: ["manylinux2014_x86_64"],
    sha256: new TextDecoder().decode(stdout).trim(),
    sizeBytes: 1000,
  };
}

/** Runs `body` with a package index of its own, for wheels that it makes, and an empty cache. */
export async function withIndex(body: (index: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  const index = join(root, "index");
  await Deno.mkdir(index);
  const environment = {
    ASSAY_CACHE: join(root, "cache"),
    PIP_NO_INDEX: "1",
    PIP_FIND_LINKS: index,
  };
  await withEnvironment(environment, () => body(index));
  await Deno.remove(root, { recursive: true });
}
