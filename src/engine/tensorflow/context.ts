import type { GpuDescription } from "../engine.ts";
import { describeGpu } from "../library/describe_gpu.ts";
import type { CApi, Pointer } from "./c_api.ts";
import { fromCString } from "./c_string.ts";
import type { GpuOptions } from "./gpu_options.ts";
import { holdToRepeat } from "./hold_to_repeat.ts";
import { encodeMessage, encodeVarints } from "./protobuf.ts";
import { Status } from "./status.ts";

/** An eager context: the C functions, their status, and the devices that run operations. */
export interface Context {
  readonly api: CApi;
  readonly status: Status;
  readonly pointer: Pointer;
  /** Version of the library, e.g. `"2.20.0"`. */
  readonly version: string;
  /** Kinds of the devices found, e.g. `["CPU"]`. */
  readonly deviceTypes: readonly string[];
  /** The CUDA device, and how it is held to repeatable numbers; absent where the processor computes. */
  readonly gpu?: { readonly gpu: GpuDescription; readonly flags: readonly string[] };
}

/** Field numbers of `ConfigProto` in `tensorflow/core/protobuf/config.proto`. */
const DEVICE_COUNT = 1;
const INTRA_OP_PARALLELISM_THREADS = 2;
const INTER_OP_PARALLELISM_THREADS = 5;
const GPU_OPTIONS = 6;
/** Field numbers of `GPUOptions` in `tensorflow/core/protobuf/config.proto`. */
const ALLOW_GROWTH = 4;
/** An entry of `ConfigProto.device_count`: no device of the kind "GPU" is opened, and its driver is not started. */
const NO_GPU = [...encodeMessage(1, new TextEncoder().encode("GPU")), ...encodeVarints({ 2: 0 })];

/**
 * Opens an eager context with a fixed number of threads.
 *
 * Thread counts change the order in which sums are reduced, and so the last bits of results: they are fixed by
 * the stage, never taken from the machine.
 *
 * On a CUDA device, memory is taken as it is wanted, so that several processes share a card, and only kernels that repeat
 * themselves in full precision are taken.
 *
 * @param api The C functions.
 * @param options `threads`: threads inside one operation, >= 1. Operations themselves run one after another. `gpu`: how a
 * CUDA device is used.
 * @returns The context; closed by {@linkcode closeContext}.
 */
export function openContext(
  api: CApi,
  options: { threads: number; gpu?: GpuOptions },
): Context {
  const status = new Status(api);
  const config = encodeConfig(options);
  const contextOptions = api.TFE_NewContextOptions();
  try {
    api.TFE_ContextOptionsSetConfig(contextOptions, config, BigInt(config.length), status.pointer);
    status.check("TFE_ContextOptionsSetConfig");
    const pointer = api.TFE_NewContext(contextOptions, status.pointer);
    status.check("TFE_NewContext");
    const version = fromCString(api.TF_Version());
    const deviceTypes = listDeviceTypes(api, pointer, status);
    const opened = { api, status, pointer, version, deviceTypes };
    if (!deviceTypes.includes("GPU")) return opened;
    const flags = [...holdToRepeat(api, options.gpu), "memory=on-demand"];
    return { ...opened, gpu: { gpu: describeGpu(), flags } };
  } finally {
    api.TFE_DeleteContextOptions(contextOptions);
  }
}

/** Frees a context and its status. */
export function closeContext(context: Context): void {
  context.api.TFE_DeleteContext(context.pointer);
  context.status.close();
}

/** A `ConfigProto`. */
function encodeConfig(
  { threads, gpu = {} }: { threads: number; gpu?: GpuOptions },
): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(
    ...encodeVarints({
      [INTRA_OP_PARALLELISM_THREADS]: threads,
      [INTER_OP_PARALLELISM_THREADS]: 1,
    }),
    ...encodeMessage(GPU_OPTIONS, encodeVarints({ [ALLOW_GROWTH]: 1 })),
    ...(gpu.enabled === false ? encodeMessage(DEVICE_COUNT, NO_GPU) : []),
  );
}

function listDeviceTypes(api: CApi, context: Pointer, status: Status): string[] {
  const list = api.TFE_ContextListDevices(context, status.pointer);
  status.check("TFE_ContextListDevices");
  try {
    return Array.from({ length: api.TF_DeviceListCount(list) }, (_, index) => {
      const type = fromCString(api.TF_DeviceListType(list, index, status.pointer));
      status.check("TF_DeviceListType");
      return type;
    });
  } finally {
    api.TF_DeleteDeviceList(list);
  }
}
