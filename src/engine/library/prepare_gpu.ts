import { dirname, join } from "node:path";
import { findCuda } from "./find_library.ts";
import { findGpus, type GpuState } from "./find_gpus.ts";

/** How processes that compute are started, and what the user is told of it. */
export interface GpuPreparation {
  readonly environment: Readonly<Record<string, string>>;
  /** Whether a device computes. */
  readonly isUsed: boolean;
  /** One line: the device that computes, or why none does. */
  readonly note?: string;
}

/** Where the loader finds the driver, and the devices that the user leaves. */
const PASSED_ON = ["ASSAY_GPU", "CUDA_VISIBLE_DEVICES", "LD_LIBRARY_PATH"];
/** What the user gives away for speed. */
const TRADES = ["ASSAY_DETERMINISTIC", "ASSAY_TF32"];
/** One of these is there when a driver is loaded; looking starts no driver. */
const DEVICE_FILES = ["/dev/nvidiactl", "/proc/driver/nvidia/version", "/dev/dxg"];
/** XLA picks kernels by timing them unless told to repeat itself. */
const XLA_REPEATS = "--xla_gpu_deterministic_ops=true";

/**
 * Says how processes use the CUDA devices of this machine with a library.
 *
 * @param library Path of `libtensorflow_cc`.
 * @param options The platform, and what it offers; found out when it matters.
 */
export async function prepareGpu(
  library: string,
  { platform = `${Deno.build.os}-${Deno.build.arch}`, find = () => findGpus({ platform }) }: {
    platform?: string;
    find?: () => GpuState;
  } = {},
): Promise<GpuPreparation> {
  const environment = pickEnvironment(PASSED_ON);
  const isCuda = await isThere(join(dirname(library), "..", "nvidia"));
  const isInstalled = await findCuda(platform) !== undefined;
  if (!isCuda && !isInstalled && !await hasDeviceFile()) return { isUsed: false, environment };

  const { probe, clash, usable } = find();
  if (usable.length > 0 && isCuda) {
    const [{ name }] = usable;
    const others = usable.length > 1 ? ` and ${usable.length - 1} more` : "";
    const driver = probe!.driver === null ? "" : `driver ${probe!.driver}, `;
    return {
      isUsed: true,
      environment: {
        ...environment,
        ...pickEnvironment(TRADES),
        ...(Deno.env.get("ASSAY_DETERMINISTIC") === "0" ? {} : {
          XLA_FLAGS: [Deno.env.get("XLA_FLAGS"), XLA_REPEATS].filter(Boolean).join(" "),
        }),
      },
      note: `Computing on ${name}${others}, ${driver}CUDA ${probe!.driverCuda}`,
    };
  }
  if (clash !== null && (isCuda || isInstalled)) {
    return {
      // A library that clashes with its driver must not try it.
      isUsed: false,
      environment: { ...environment, ASSAY_GPU: "0" },
      note: `Computing on the CPU: ${clash.reason}. To use the GPU, ${clash.cure}`,
    };
  }
  if (usable.length > 0 && !isInstalled) {
    const note = `Computing on the CPU: "deno task setup --cuda" lets runs use ${usable[0].name}`;
    return { isUsed: false, environment, note };
  }
  return { isUsed: false, environment };
}

function pickEnvironment(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = Deno.env.get(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

async function hasDeviceFile(): Promise<boolean> {
  return (await Promise.all(DEVICE_FILES.map(isThere))).some(Boolean);
}

async function isThere(path: string): Promise<boolean> {
  return (await Deno.stat(path).catch(() => undefined)) !== undefined;
}
