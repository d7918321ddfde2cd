import { join } from "node:path";

/** What the driver shall say. */
export interface FakeDriverOptions {
  /** Encoded as `cuDriverGetVersion` does: 12080 is 12.8. */
  readonly version?: number;
  readonly gpus?: number;
  /** As [major, minor]. */
  readonly computeCapability?: readonly [number, number];
  /** What `cuInit` returns. */
  readonly initCode?: number;
}

const CUDA = `
#include <stdint.h>
#include <string.h>
int cuInit(unsigned flags) { return INIT_CODE; }
int cuDriverGetVersion(int *version) { *version = VERSION; return 0; }
int cuDeviceGetCount(int *count) { *count = GPUS; return 0; }
int cuDeviceGet(int *device, int index) { *device = index + 40; return 0; }
int cuDeviceGetName(char *name, int length, int device) {
  strncpy(name, device == 40 ? "Fake GPU" : "Second GPU", length);
  return 0;
}
int cuDeviceGetAttribute(int *value, int attribute, int device) {
  *value = attribute == 75 ? MAJOR : attribute == 76 ? MINOR : -1;
  return 0;
}
int cuDeviceTotalMem_v2(uint64_t *bytes, int device) { *bytes = 24000000000u; return 0; }
int cuGetErrorString(int code, const char **text) {
  *text = "system has unsupported display driver / cuda driver combination";
  return code == 803 ? 0 : 1;
}
`;

const MANAGEMENT = `
#include <string.h>
int nvmlInit_v2(void) { return 0; }
int nvmlShutdown(void) { return 0; }
int nvmlSystemGetDriverVersion(char *version, unsigned length) {
  strncpy(version, "570.86.10", length);
  return 0;
}
`;

/** Whether there is a C compiler; without one, tests of the driver skip. */
export const hasCompiler: boolean = await new Deno.Command("cc", {
  args: ["--version"],
  stdout: "null",
  stderr: "null",
}).output().then(({ success }) => success, () => false) && Deno.build.os === "linux";

if (!hasCompiler) console.log("A CUDA driver is not imitated: no C compiler on PATH");

/** Paths of libraries that answer as NVIDIA's driver would. */
export interface FakeDriver {
  readonly folder: string;
  readonly cuda: string;
  readonly management: string;
}

/** Compiles a driver into a new folder, which the caller removes. */
export async function makeFakeDriver(options: FakeDriverOptions = {}): Promise<FakeDriver> {
  const { version = 12080, gpus = 1, computeCapability: [major, minor] = [9, 0], initCode = 0 } =
    options;
  const folder = await Deno.makeTempDir({ prefix: "assay-driver-" });
  const defines = { VERSION: version, GPUS: gpus, MAJOR: major, MINOR: minor, INIT_CODE: initCode };
  const flags = Object.entries(defines).map(([name, value]) => `-D${name}=${value}`);
  const cuda = join(folder, "libcuda.so.1");
  const management = join(folder, "libnvidia-ml.so.1");
  await compile(CUDA, cuda, flags);
  await compile(MANAGEMENT, management, []);
  return { folder, cuda, management };
}

async function compile(source: string, library: string, flags: readonly string[]): Promise<void> {
  const file = `${library}.c`;
  await Deno.writeTextFile(file, source);
  const { success, stderr } = await new Deno.Command("cc", {
    args: ["-shared", "-fPIC", ...flags, "-o", library, file],
    stderr: "piped",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
