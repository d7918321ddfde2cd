import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { findProgram } from "../../../src/commands/doctor/find_program.ts";
import {
  cudaFolder,
  type CudaLibrary,
  type CudaWheel,
} from "../../../src/engine/library/cuda_library.ts";
import { fetchCudaLibrary } from "../../../src/engine/library/fetch_cuda_library.ts";
import { withEnvironment } from "./with_environment.ts";

const hasPip = findProgram(["python3"]) !== null &&
  await new Deno.Command("python3", { args: ["-m", "pip", "--version"], stderr: "null" }).output()
    .then(({ success }) => success);
if (!hasPip) console.log("Fetching is not tested: no Python with pip on PATH");

/** Writes a wheel that pip takes, of two files and a licence, and prints its SHA-256. */
const MAKE_WHEEL = `
import hashlib, sys, zipfile
folder, name, member = sys.argv[1:]
info = f"{name}-1.0.dist-info"
path = f"{folder}/{name}-1.0-py3-none-any.whl"
with zipfile.ZipFile(path, "w") as archive:
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

async function makeWheel(folder: string, name: string, member: string): Promise<CudaWheel> {
  const { stdout } = await new Deno.Command("python3", {
    args: ["-c", MAKE_WHEEL, folder, name, member],
  }).output();
  return {
    package: name,
    version: "1.0",
    platforms: ["manylinux2014_x86_64"],
    sha256: new TextDecoder().decode(stdout).trim(),
    sizeBytes: 1000,
    unpackedBytes: 20,
    members: [member],
    licences: [`${name}-1.0.dist-info/License.txt`],
  };
}

/** Runs `body` with a package index of its own, which holds two wheels, and an empty cache. */
async function withIndex(
  body: (index: string, library: CudaLibrary) => Promise<void>,
): Promise<void> {
  const root = await Deno.makeTempDir();
  const index = join(root, "index");
  await Deno.mkdir(index);
  const wheels = [
    await makeWheel(index, "assay_first", "tensorflow/libtensorflow_cc.so.2"),
    await makeWheel(index, "assay_second", "nvidia/second/lib/libsecond.so"),
  ];
  const environment = {
    ASSAY_CACHE: join(root, "cache"),
    PIP_NO_INDEX: "1",
    PIP_FIND_LINKS: index,
  };
  const library = { version: "1.0", cuda: "12.5", computeCapability: "6.0", wheels };
  await withEnvironment(environment, () => body(index, library));
  await Deno.remove(root, { recursive: true });
}

const read = (library: CudaLibrary, path: string) =>
  Deno.readTextFile(join(cudaFolder(library), path));

Deno.test({
  name: "fetchCudaLibrary() unpacks what is kept of each wheel, with licences and a record",
  ignore: !hasPip,
  async fn() {
    await withIndex(async (_, library) => {
      const shares: number[] = [];
      // Two at once: one does the work, the other waits and finds it done.
      const paths = await Promise.all([
        fetchCudaLibrary(library, (_, share = 0) => shares.push(share)),
        fetchCudaLibrary(library, () => {}),
      ]);
      const path = join(cudaFolder(library), "tensorflow/libtensorflow_cc.so.2");
      assertEquals(paths, [path, path]);
      assertEquals(
        await read(library, "nvidia/second/lib/libsecond.so"),
        "content of assay_second",
      );
      assertEquals(await read(library, "licenses/assay_first/License.txt"), "licence");
      assertEquals((await Deno.stat(path)).mode! & 0o777, 0o755);
      const record = JSON.parse(await read(library, "wheels.json"));
      const expected = library.wheels.map(({ package: name, version, sha256 }) => ({
        package: name,
        version,
        sha256,
      }));
      assertEquals(record, expected);
      const names = (await Array.fromAsync(Deno.readDir(cudaFolder(library)))).map(({ name }) =>
        name
      );
      assertEquals(names.sort(), ["licenses", "nvidia", "tensorflow", "wheels.json"]);
    });
  },
});

Deno.test({
  name: "fetchCudaLibrary() goes on where an attempt failed",
  ignore: !hasPip,
  async fn() {
    await withIndex(async (index, library) => {
      const second = join(index, "assay_second-1.0-py3-none-any.whl");
      await Deno.rename(second, `${second}.away`);
      await assertRejects(
        () => fetchCudaLibrary(library, () => {}),
        Error,
        `Cannot download assay_second 1.0: "python3 -m pip download" ended with code 1`,
      );
      await assertRejects(() => Deno.stat(cudaFolder(library)), Deno.errors.NotFound);
      await Deno.rename(`${second}.away`, second);
      // What is unpacked is not wanted again.
      await Deno.remove(join(index, "assay_first-1.0-py3-none-any.whl"));
      await fetchCudaLibrary(library, () => {});
      assertEquals(
        await read(library, "tensorflow/libtensorflow_cc.so.2"),
        "content of assay_first",
      );
    });
  },
});

Deno.test({
  name: "fetchCudaLibrary() refuses a wheel of other content, and a disk that is too small",
  ignore: !hasPip,
  async fn() {
    await withIndex(async (_, library) => {
      const [first, second] = library.wheels;
      const forged = { ...library, wheels: [{ ...first, sha256: "0".repeat(64) }, second] };
      await assertRejects(
        () => fetchCudaLibrary(forged, () => {}),
        Error,
        `Cannot use the wheel of assay_first 1.0: its SHA-256 is ${first.sha256}, 0000`,
      );
      const large = { ...library, wheels: [first, { ...second, unpackedBytes: 1e18 }] };
      await assertRejects(
        () => fetchCudaLibrary(large, () => {}),
        Error,
        "are free, 1000000 TB are wanted. Make room, or name another folder in ASSAY_CACHE",
      );
    });
  },
});
