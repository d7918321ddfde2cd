import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import {
  cudaFolder,
  type CudaLibrary,
  type CudaWheel,
} from "../../../src/engine/library/cuda_library.ts";
import { fetchCudaLibrary } from "../../../src/engine/library/fetch_cuda_library.ts";
import { hasPip, makeWheel, withIndex } from "./package_index.ts";

/** The two libraries, core first. */
const LIBRARIES = ["tensorflow/libtensorflow_cc.so.2", "tensorflow/libtensorflow_framework.so.2"];

async function makeCudaWheel(
  index: string,
  name: string,
  members: readonly string[],
): Promise<CudaWheel> {
  return {
    ...await makeWheel(index, name, members),
    unpackedBytes: 20,
    members,
    licences: [`${name}-1.0.dist-info/License.txt`],
  };
}

/** Runs `body` with an index that holds two wheels. */
async function withLibrary(
  body: (index: string, library: CudaLibrary) => Promise<void>,
): Promise<void> {
  await withIndex(async (index) => {
    const wheels = [
      await makeCudaWheel(index, "assay_first", LIBRARIES),
      await makeCudaWheel(index, "assay_second", ["nvidia/second/lib/libsecond.so"]),
    ];
    await body(index, { version: "1.0", cuda: "12.5", computeCapability: "6.0", wheels });
  });
}

const read = (library: CudaLibrary, path: string) =>
  Deno.readTextFile(join(cudaFolder(library), path));

Deno.test({
  name: "fetchCudaLibrary() unpacks what is kept of each wheel, with licences and a record",
  ignore: !hasPip,
  async fn() {
    await withLibrary(async (_, library) => {
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
    await withLibrary(async (index, library) => {
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

for (const missing of LIBRARIES) {
  Deno.test({
    name: `fetchCudaLibrary() replaces a folder of the cache that lacks ${missing}`,
    ignore: !hasPip,
    async fn() {
      await withLibrary(async (_, library) => {
        await fetchCudaLibrary(library, () => {});
        await Deno.remove(join(cudaFolder(library), missing));
        await fetchCudaLibrary(library, () => {});
        assertEquals(await read(library, missing), "content of assay_first");
      });
    },
  });
}

Deno.test({
  name: "fetchCudaLibrary() refuses a wheel of other content, and a disk that is too small",
  ignore: !hasPip,
  async fn() {
    await withLibrary(async (_, library) => {
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
