import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { CUDA_LIBRARIES, cudaFolder } from "../../src/engine/library/cuda_library.ts";
import { WHEELS } from "../../src/engine/library/wheels.ts";
import { wheelFolder } from "../../src/engine/library/find_library.ts";
import { hasCompiler, makeFakeDriver } from "../engine/library/fake_driver.ts";
import { withEnvironment } from "../engine/library/with_environment.ts";
import { runTool } from "./run_tool.ts";

const PLATFORM = `${Deno.build.os}-${Deno.build.arch}`;

/** A cache that bears the names of both libraries. */
async function makeCache(): Promise<{ cache: string; cuda: string; cpu: string }> {
  const cache = await Deno.makeTempDir();
  const places = { cache, cuda: "", cpu: "" };
  await withEnvironment({ ASSAY_CACHE: cache }, async () => {
    const folder = cudaFolder(CUDA_LIBRARIES["linux-x86_64"]);
    places.cuda = join(folder, "tensorflow", "libtensorflow_cc.so.2");
    places.cpu = join(wheelFolder(WHEELS["linux-x86_64"]), "libtensorflow_cc.so.2");
    await Deno.mkdir(join(folder, "nvidia"), { recursive: true });
    for (const path of [places.cuda, places.cpu]) {
      await Deno.mkdir(join(path, ".."), { recursive: true });
      await Deno.writeTextFile(path, "");
      await Deno.writeTextFile(path.replace("_cc", "_framework"), "");
    }
  });
  return places;
}

Deno.test("setup prints the path of a library that is there, and fetches nothing", async () => {
  const folder = await Deno.makeTempDir();
  const library = join(folder, "libtensorflow_cc.so.2");
  await Deno.writeTextFile(library, "");
  const { code, stdout } = await runTool(["setup"], { ASSAY_LIBTENSORFLOW: library, PATH: folder });
  assertEquals([code, stdout], [0, `${await Deno.realPath(library)}\n`]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("setup without Python says what to do, and ends with 3", async () => {
  const folder = await Deno.makeTempDir();
  const environment = { PATH: folder, ASSAY_CACHE: folder, ASSAY_LIBTENSORFLOW: undefined };
  for (const args of PLATFORM === "linux-x86_64" ? [["setup"], ["setup", "--cuda"]] : [["setup"]]) {
    const { code, stderr } = await runTool(args, environment);
    assertEquals(code, 3, stderr);
    assertStringIncludes(stderr, `"python3" cannot be started. Install Python 3 with pip`);
    assertEquals(stderr.includes("\n    at "), false, "no stack trace");
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("setup explains itself, and refuses what it does not know", async () => {
  const { code, stdout } = await runTool(["setup", "--help"]);
  assertEquals(code, 0);
  for (const words of ["--cuda", "deno task setup --cuda", "Exit codes"]) {
    assertStringIncludes(stdout, words);
  }
  const wrong = await runTool(["setup", "--cdua"]);
  assertEquals(wrong.code, 2);
  assertStringIncludes(wrong.stderr, "The nearest is --cuda");
});

Deno.test({
  name:
    "with a driver, the library for CUDA is taken; with one that is too old, the versions are named",
  ignore: !hasCompiler || PLATFORM !== "linux-x86_64",
  async fn() {
    const { cache, cuda, cpu } = await makeCache();
    const cases: [version: number, library: string, note: string][] = [
      [12080, cuda, "Computing on Fake GPU, driver 570.86.10, CUDA 12.8\n"],
      [
        11040,
        cpu,
        "Computing on the CPU: the NVIDIA driver 570.86.10 supports CUDA up to 11.4, the library was " +
        "built for CUDA 12.5. To use the GPU, update the NVIDIA driver to 525.60 or newer\n",
      ],
    ];
    for (const [version, library, note] of cases) {
      const { folder } = await makeFakeDriver({ version });
      const { code, stdout, stderr } = await runTool(["setup"], {
        ASSAY_CACHE: cache,
        ASSAY_LIBTENSORFLOW: undefined,
        LD_LIBRARY_PATH: folder,
      });
      assertEquals([code, stdout, stderr], [0, `${library}\n`, note]);
      await Deno.remove(folder, { recursive: true });
    }
    await Deno.remove(cache, { recursive: true });
  },
});
