import { fromCString } from "../tensorflow/c_string.ts";

/** A CUDA device, as the driver describes it. */
export interface Gpu {
  /** Such as `"NVIDIA H200"`. */
  readonly name: string;
  /** Such as `"9.0"`. */
  readonly computeCapability: string;
  readonly memoryBytes: number;
}

/** What the CUDA driver of this machine says. */
export interface GpuProbe {
  /** The newest CUDA that the driver supports, e.g. `"12.8"`. */
  readonly driverCuda: string;
  /** Version of the driver, e.g. `"570.86.10"`; null where NVIDIA's management library is missing. */
  readonly driver: string | null;
  /** The devices that `CUDA_VISIBLE_DEVICES` leaves. */
  readonly gpus: readonly Gpu[];
  /** Why the driver gives no device although it is installed. */
  readonly problem?: string;
}

/** Libraries of the driver; a test names its own. */
export interface ProbeGpusOptions {
  readonly cuda?: string;
  readonly management?: string;
}

/** `CUdevice_attribute` in `cuda.h`. */
const COMPUTE_CAPABILITY_MAJOR = 75;
const COMPUTE_CAPABILITY_MINOR = 76;
const NO_DEVICE = 100;
const TEXT_BYTES = 256;

const CUDA = {
  cuInit: { parameters: ["u32"], result: "i32" },
  cuDriverGetVersion: { parameters: ["buffer"], result: "i32" },
  cuDeviceGetCount: { parameters: ["buffer"], result: "i32" },
  cuDeviceGet: { parameters: ["buffer", "i32"], result: "i32" },
  cuDeviceGetName: { parameters: ["buffer", "i32", "i32"], result: "i32" },
  cuDeviceGetAttribute: { parameters: ["buffer", "i32", "i32"], result: "i32" },
  cuDeviceTotalMem_v2: { parameters: ["buffer", "i32"], result: "i32" },
  cuGetErrorString: { parameters: ["i32", "buffer"], result: "i32" },
} as const;

const MANAGEMENT = {
  nvmlInit_v2: { parameters: [], result: "i32" },
  nvmlShutdown: { parameters: [], result: "i32" },
  nvmlSystemGetDriverVersion: { parameters: ["buffer", "u32"], result: "i32" },
} as const;

/**
 * Asks the CUDA driver for its devices, without TensorFlow.
 *
 * @param options The driver's libraries, as the system's loader finds them unless named.
 * @returns What it says, or null where no driver is installed.
 */
export function probeGpus(options: ProbeGpusOptions = {}): GpuProbe | null {
  const library = open(options.cuda ?? "libcuda.so.1", CUDA);
  if (library === null) return null;
  const driver = readDriverVersion(options.management ?? "libnvidia-ml.so.1");
  const driverCuda = formatCuda(readInteger(library.symbols.cuDriverGetVersion));
  const refuse = (code: number) => {
    const problem = code === NO_DEVICE ? {} : { problem: explain(library.symbols, code) };
    return { driverCuda, driver, gpus: [], ...problem };
  };
  const code = library.symbols.cuInit(0);
  if (code !== 0) return refuse(code);
  const count = new Int32Array(1);
  const counted = library.symbols.cuDeviceGetCount(count);
  if (counted !== 0) return refuse(counted);
  const gpus = Array.from({ length: count[0] }, (_, index) => describe(library.symbols, index));
  return { driverCuda, driver, gpus };
}

type CudaSymbols = Deno.DynamicLibrary<typeof CUDA>["symbols"];

function describe(cuda: CudaSymbols, index: number): Gpu {
  const device = readInteger((out) => cuda.cuDeviceGet(out, index));
  const name = new Uint8Array(TEXT_BYTES);
  cuda.cuDeviceGetName(name, name.length, device);
  const attribute = (which: number) =>
    readInteger((out) => cuda.cuDeviceGetAttribute(out, which, device));
  const memory = new BigUint64Array(1);
  cuda.cuDeviceTotalMem_v2(memory, device);
  return {
    name: toText(name),
    computeCapability: `${attribute(COMPUTE_CAPABILITY_MAJOR)}.${
      attribute(COMPUTE_CAPABILITY_MINOR)
    }`,
    memoryBytes: Number(memory[0]),
  };
}

function readDriverVersion(path: string): string | null {
  const library = open(path, MANAGEMENT);
  if (library === null || library.symbols.nvmlInit_v2() !== 0) return null;
  const version = new Uint8Array(TEXT_BYTES);
  const code = library.symbols.nvmlSystemGetDriverVersion(version, version.length);
  library.symbols.nvmlShutdown();
  return code === 0 ? toText(version) : null;
}

/** Opens a library for good; null when it is not there or is another one of that name. */
function open<S extends Deno.ForeignLibraryInterface>(
  path: string,
  symbols: S,
): Deno.DynamicLibrary<S> | null {
  try {
    return Deno.dlopen(path, symbols);
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) throw error;
    return null;
  }
}

function readInteger(call: (out: Int32Array<ArrayBuffer>) => number): number {
  const out = new Int32Array(1);
  call(out);
  return out[0];
}

/** 12080 is CUDA 12.8. */
function formatCuda(version: number): string {
  return `${Math.floor(version / 1000)}.${Math.floor(version % 1000 / 10)}`;
}

function explain(cuda: CudaSymbols, code: number): string {
  const out = new BigUint64Array(1);
  const known = cuda.cuGetErrorString(code, out) === 0;
  const text = known ? fromCString(Deno.UnsafePointer.create(out[0])) : "";
  return `the driver gives error ${code}${text === "" ? "" : ` (${text})`}`;
}

function toText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}
