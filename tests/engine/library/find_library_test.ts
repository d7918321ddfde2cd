import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { join } from "node:path";
import { findCacheFolder } from "../../../src/engine/library/cache_folder.ts";
import { CUDA_LIBRARIES, cudaFolder } from "../../../src/engine/library/cuda_library.ts";
import { findLibrary, wheelFolder } from "../../../src/engine/library/find_library.ts";
import { findWheel, WHEELS } from "../../../src/engine/library/wheels.ts";
import { withEnvironment } from "./with_environment.ts";

const PLATFORM = "linux-x86_64";
const wheel = WHEELS[PLATFORM];

/** Files that only bear the libraries' names: finding looks at names. */
async function makeLibrary(folder: string): Promise<string> {
  await Deno.mkdir(folder, { recursive: true });
  for (const name of wheel.libraries) await Deno.writeTextFile(join(folder, name), "");
  return join(folder, wheel.libraries[0]);
}

Deno.test("findLibrary() prefers ASSAY_LIBTENSORFLOW, then the cache, then the Python on PATH", async () => {
  const root = await Deno.realPath(await Deno.makeTempDir());
  // A package that Python finds, and that would fail if it were imported.
  const site = join(root, "site");
  await makeLibrary(join(site, "tensorflow"));
  await Deno.writeTextFile(join(site, "tensorflow", "__init__.py"), "raise SystemExit('imported')");
  const base = {
    ASSAY_CACHE: join(root, "cache"),
    PYTHONPATH: site,
    ASSAY_LIBTENSORFLOW: undefined,
  };

  await withEnvironment(base, async () => {
    const installed = join(site, "tensorflow", "libtensorflow_cc.so.2");
    assertEquals(await findLibrary(PLATFORM), { path: installed, source: "python", build: "cpu" });
    const cached = await makeLibrary(wheelFolder(wheel));
    assertEquals(await findLibrary(PLATFORM), { path: cached, source: "cache", build: "cpu" });
  });
  const own = await makeLibrary(join(root, "own"));
  for (const named of [own, join(root, "own")]) {
    await withEnvironment({ ...base, ASSAY_LIBTENSORFLOW: named }, async () => {
      const source = "ASSAY_LIBTENSORFLOW";
      assertEquals(await findLibrary(PLATFORM), { path: own, source, build: "cpu" });
    });
  }
  await Deno.remove(root, { recursive: true });
});

Deno.test("findLibrary() takes the build for CUDA where it can use a device, or is the only one", async () => {
  const root = await Deno.realPath(await Deno.makeTempDir());
  const environment = {
    ASSAY_CACHE: join(root, "cache"),
    ASSAY_LIBTENSORFLOW: undefined,
    PYTHONPATH: undefined,
  };
  await withEnvironment(environment, async () => {
    const cuda = await makeLibrary(join(cudaFolder(CUDA_LIBRARIES[PLATFORM]), "tensorflow"));
    const forCuda = { path: cuda, source: "cache", build: "cuda" } as const;
    assertEquals(await findLibrary(PLATFORM, () => true), forCuda);
    assertEquals(await findLibrary(PLATFORM, () => false), forCuda);
    const cpu = await makeLibrary(wheelFolder(wheel));
    assertEquals(await findLibrary(PLATFORM, () => true), forCuda);
    const forCpu = { path: cpu, source: "cache", build: "cpu" } as const;
    assertEquals(await findLibrary(PLATFORM, () => false), forCpu);
  });
  const site = join(root, "site");
  const named = await makeLibrary(join(site, "tensorflow"));
  await Deno.mkdir(join(site, "nvidia"));
  await withEnvironment({ ASSAY_LIBTENSORFLOW: named }, async () => {
    assertEquals((await findLibrary(PLATFORM))!.build, "cuda");
  });
  await Deno.remove(root, { recursive: true });
});

Deno.test("findLibrary() passes over a folder that lacks one of the two libraries", async () => {
  const root = await Deno.realPath(await Deno.makeTempDir());
  const environment = {
    ASSAY_CACHE: join(root, "cache"),
    ASSAY_LIBTENSORFLOW: undefined,
    PATH: root,
  };
  await withEnvironment(environment, async () => {
    const folders = [
      wheelFolder(wheel),
      join(cudaFolder(CUDA_LIBRARIES[PLATFORM]), "tensorflow"),
    ];
    for (const folder of folders) {
      for (const missing of wheel.libraries) {
        const path = await makeLibrary(folder);
        assertEquals((await findLibrary(PLATFORM))?.path, path);
        await Deno.remove(join(folder, missing));
        assertEquals(await findLibrary(PLATFORM), undefined);
      }
    }
  });
  await Deno.remove(root, { recursive: true });
});

Deno.test("findLibrary() refuses an ASSAY_LIBTENSORFLOW that is no library", async () => {
  await withEnvironment({ ASSAY_LIBTENSORFLOW: "/nowhere" }, async () => {
    await assertRejects(
      () => findLibrary(PLATFORM),
      Error,
      `Cannot use ASSAY_LIBTENSORFLOW="/nowhere"`,
    );
  });
});

Deno.test("findWheel() lists the platforms that it knows", () => {
  const known = "linux-x86_64, linux-aarch64, darwin-aarch64";
  assertThrows(() => findWheel("windows-x86_64"), RangeError, known);
});

Deno.test("findCacheFolder() follows ASSAY_CACHE, XDG_CACHE_HOME and the system's habit", () => {
  const environment: Record<string, string> = { HOME: "/home/a" };
  const find = (os: string) => findCacheFolder((name) => environment[name], os);
  assertEquals(find("linux"), "/home/a/.cache/assay");
  assertEquals(find("darwin"), "/home/a/Library/Caches/assay");
  environment.XDG_CACHE_HOME = "/cache";
  assertEquals(find("linux"), "/cache/assay");
  environment.ASSAY_CACHE = "/own";
  assertEquals(find("linux"), "/own");
  assertThrows(() => findCacheFolder(() => undefined, "linux"), Error, "Set ASSAY_CACHE");
});
