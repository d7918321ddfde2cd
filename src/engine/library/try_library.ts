/**
 * Entry point of a process of its own: `try_library.ts PATH` loads libtensorflow, multiplies two matrices, and prints a
 * {@linkcode LibraryTrial} as JSON. A library that is broken can take its process down, so nobody loads one to find out
 * in a process that has more to do.
 *
 * @module
 */
import type { GpuDescription } from "../engine.ts";
import { AttributeKind } from "../tensorflow/attributes.ts";
import { openLibrary } from "../tensorflow/c_api.ts";
import { closeContext, type Context, openContext } from "../tensorflow/context.ts";
import { DataType } from "../tensorflow/data_type.ts";
import { executeEagerly, makeHandle, readHandle } from "../tensorflow/eager.ts";
import { parseGpuOptions } from "../tensorflow/gpu_options.ts";

/** What became of loading the library. */
export interface LibraryTrial {
  /** Version that the library gives, e.g. `"2.20.0"`. */
  readonly version: string;
  /** Kinds of devices, e.g. `["CPU"]`. */
  readonly deviceTypes: readonly string[];
  /** [[1, 2], [3, 4]] times [[5, 6], [7, 8]], row by row. */
  readonly product: readonly number[];
  /** Whether NVIDIA's libraries load; null for a library that computes on the processor only. */
  readonly loadsCuda: boolean | null;
  /** The CUDA device, and how it is held to repeatable numbers; absent where the processor computes. */
  readonly gpu?: GpuDescription;
  readonly flags?: readonly string[];
  /** Time to load the library and open a context. */
  readonly loadMs: number;
}

function multiply(context: Context): number[] {
  const inputs = [[1, 2, 3, 4], [5, 6, 7, 8]].map((values) =>
    makeHandle(context, { shape: [2, 2], dataType: DataType.FLOAT, values })
  );
  const type = { name: "T", type: AttributeKind.TYPE, value: DataType.FLOAT };
  const call = { name: "MatMul", attributes: [type], inputs, outputCount: 1 };
  const [product] = executeEagerly(context, call);
  const values = Array.from(readHandle(context, product), Number);
  for (const handle of [...inputs, product]) context.api.TFE_DeleteTensorHandle(handle);
  return values;
}

/** TensorFlow's own look at its run path, which needs no device. */
function loadCuda({ api }: Context): boolean | null {
  if (!api.isCudaBuild?.() || api.loadCudaLibraries === null) return null;
  const OK = 1n;
  const status = new BigUint64Array(1);
  api.loadCudaLibraries(status);
  return status[0] === OK;
}

if (import.meta.main) {
  const startedAt = performance.now();
  const context = openContext(openLibrary(Deno.args[0]), {
    threads: 1,
    gpu: parseGpuOptions(Deno.env.toObject()),
  });
  const loadMs = performance.now() - startedAt;
  const { version, deviceTypes } = context;
  const trial: LibraryTrial = {
    version,
    deviceTypes,
    product: multiply(context),
    loadsCuda: loadCuda(context),
    loadMs,
    ...context.gpu,
  };
  console.log(JSON.stringify(trial));
  closeContext(context);
}
