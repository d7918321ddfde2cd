import { assert, assertEquals, assertLess, assertMatch, assertStringIncludes } from "@std/assert";
import { dirname, join } from "node:path";
import type { Check } from "../../src/commands/doctor/check.ts";
import { CUDA_LIBRARIES, cudaFolder } from "../../src/engine/library/cuda_library.ts";
import { ensureLibrary } from "../../src/engine/library/ensure_library.ts";
import { wheelFolder } from "../../src/engine/library/find_library.ts";
import { CORE_LIBRARY_NAMES, findWheel } from "../../src/engine/library/wheels.ts";
import { hasCompiler, makeFakeDriver } from "../engine/library/fake_driver.ts";
import { withEnvironment } from "../engine/library/with_environment.ts";
import { runTool } from "./run_tool.ts";

const PLATFORM = `${Deno.build.os}-${Deno.build.arch}`;

/** What `doctor --json` prints. */
interface Report {
  readonly checks: readonly Check[];
  readonly engine: Record<string, unknown> | null;
}

function parseReport(stdout: string): { report: Report; find: (name: string) => Check } {
  const report: Report = JSON.parse(stdout);
  return { report, find: (name) => report.checks.find((check) => check.name === name)! };
}

Deno.test("doctor loads the library, multiplies, and says in JSON what it found, within 3 s", async () => {
  const library = await ensureLibrary(() => {});
  const run = () => runTool(["doctor", "--json"], { ASSAY_LIBTENSORFLOW: library });
  const results = [await run(), await run()];
  const { code, stdout, stderr } = results[0];
  assertEquals(code, 0, stderr);
  const { report, find } = parseReport(stdout);
  const names = ["deno", "threads", "memory", "engine", "library", "devices", "gpu"];
  const all = [
    ...names,
    "results disk",
    "cache disk",
    "cache",
    "results",
    "python",
    "pip",
    "browser",
  ];
  // A library for CUDA has one check more.
  const common = report.checks.filter(({ name }) => name !== "cuda libraries");
  assertEquals(common.map(({ name }) => name), all);
  for (const { status, value, cure, name } of report.checks) {
    assert(["ok", "warn", "fail"].includes(status), name);
    assert(value !== "" && !value.includes("\n"), name);
    assertEquals(cure === undefined, status === "ok", `${name} has a cure if and only if ill`);
  }
  assertEquals(report.engine!.name, "tensorflow");
  assertEquals(report.engine!.library, library);
  assertEquals(report.engine!.source, "ASSAY_LIBTENSORFLOW");
  assertMatch(String(report.engine!.version), /^2\.\d+\.\d+$/);
  assertMatch(find("library").value, /^loads in \d+ ms and multiplies/);
  assertStringIncludes(find("devices").value, "CPU");
  assertEquals(find("deno").value, Deno.version.deno);
  assertLess(Math.min(...results.map(({ elapsedMs }) => elapsedMs)), 3000);
});

Deno.test("doctor fails an ASSAY_LIBTENSORFLOW that is no library, with its cure, and ends with 3", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(join(folder, "libtensorflow_cc.so.2"), "no library");
  await Deno.writeTextFile(join(folder, "libtensorflow_framework.so.2"), "no library");
  const broken: Record<string, string> = {
    "/nowhere": "it must be libtensorflow_cc",
    [folder]: "Cannot load the library",
  };
  for (const [library, says] of Object.entries(broken)) {
    const { code, stdout } = await runTool(["doctor", "--json"], { ASSAY_LIBTENSORFLOW: library });
    assertEquals(code, 3);
    const { report, find } = parseReport(stdout);
    assertEquals(report.engine, null);
    assertEquals(find("engine").status, "fail");
    assertStringIncludes(find("engine").value, says);
    assertStringIncludes(find("engine").cure!, "ASSAY_LIBTENSORFLOW");
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("doctor without Python and library says how to get them, and that portable computes", async () => {
  const folder = await Deno.makeTempDir();
  const environment = { PATH: folder, ASSAY_CACHE: folder, ASSAY_LIBTENSORFLOW: undefined };
  const { code, stdout } = await runTool(["doctor", "--results", folder], environment);
  assertEquals(code, 0);
  assertMatch(stdout, /^warn {2}python +"python3" cannot be started\n +→ install Python 3/m);
  assertMatch(stdout, /^warn {2}pip +none/m);
  assertMatch(stdout, /^warn {2}engine +portable: libtensorflow, .*\n +→ deno task setup/m);
  assertMatch(stdout, /^warn {2}browser +no Chromium on PATH\n/m);
  assertStringIncludes(stdout, `free in ${folder}`);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("doctor passes over a broken library in the cache to portable, and names the folder to remove", async () => {
  const folder = await Deno.makeTempDir();
  const environment = { ASSAY_CACHE: folder, ASSAY_LIBTENSORFLOW: undefined };
  let library = "";
  await withEnvironment(environment, async () => {
    library = wheelFolder(findWheel(PLATFORM));
    await Deno.mkdir(library, { recursive: true });
    for (const name of CORE_LIBRARY_NAMES) {
      for (const file of [name, name.replace("_cc", "_framework")]) {
        await Deno.writeTextFile(join(library, file), "no library");
      }
    }
  });
  const { code, stdout } = await runTool(["doctor", "--json"], environment);
  assertEquals(code, 0);
  const { report, find } = parseReport(stdout);
  assertEquals([report.engine!.name, report.engine!.device], ["portable", "CPU"]);
  const { status, value, cure } = find("engine");
  assertEquals(status, "warn");
  assertStringIncludes(value, "portable: Cannot load the library");
  assertEquals(cure, `remove ${library}, then deno task setup`);
  await Deno.remove(folder, { recursive: true });
});

Deno.test({
  name: "doctor names the device that computes nothing, or the versions that clash",
  ignore: !hasCompiler || PLATFORM !== "linux-x86_64",
  async fn() {
    // The library for the processor in the place of the one for CUDA: it opens no device.
    const library = await ensureLibrary(() => {});
    const cache = await Deno.makeTempDir();
    const environment = { ASSAY_CACHE: cache, ASSAY_LIBTENSORFLOW: undefined };
    await withEnvironment(environment, async () => {
      const folder = cudaFolder(CUDA_LIBRARIES[PLATFORM]);
      await Deno.mkdir(join(folder, "nvidia"), { recursive: true });
      await Deno.symlink(dirname(library), join(folder, "tensorflow"));
    });
    const cases: [version: number, value: string, cure: string][] = [
      [
        12080,
        "Fake GPU (24 GB, compute capability 9.0); driver 570.86.10, CUDA 12.8; but the processor " +
        "computes: libtensorflow finds no device",
        "see what nvidia-smi says of the device",
      ],
      [
        11040,
        "the processor computes: the NVIDIA driver 570.86.10 supports CUDA up to 11.4, the library " +
        "was built for CUDA 12.5",
        "update the NVIDIA driver to 525.60 or newer",
      ],
    ];
    for (const [version, value, cure] of cases) {
      const { folder } = await makeFakeDriver({ version });
      const { code, stdout } = await runTool(["doctor", "--json"], {
        ...environment,
        LD_LIBRARY_PATH: folder,
      });
      assertEquals(code, 0);
      const { report, find } = parseReport(stdout);
      assertEquals([report.engine!.build, report.engine!.device], ["cuda", "CPU"]);
      assertEquals(find("gpu"), { name: "gpu", status: "warn", value, cure });
      await Deno.remove(folder, { recursive: true });
    }
    await Deno.remove(cache, { recursive: true });
  },
});

Deno.test("doctor explains itself, and refuses what it does not know", async () => {
  const help = await runTool(["doctor", "--help"]);
  assertEquals(help.code, 0);
  for (const words of ["--json", "--results DIR", "Examples", "Exit codes"]) {
    assertStringIncludes(help.stdout, words);
  }
  const wrong: Record<string, string> = {
    "--jsn": "The nearest is --json",
    "ring.ts": "doctor takes options only",
    "--results=": "it needs a value, --results DIR",
  };
  for (const [argument, says] of Object.entries(wrong)) {
    const { code, stderr } = await runTool(["doctor", argument]);
    assertEquals(code, 2);
    assertStringIncludes(stderr, says);
  }
});
