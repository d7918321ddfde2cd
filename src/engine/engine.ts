import type { TensorTree } from "./tensor_tree.ts";

/** A training or inference step: a pure function over tensors. */
export type Step<Arguments extends readonly TensorTree[], Result extends TensorTree> = (
  ...args: Arguments
) => Result;

/** What ran the numbers, for the provenance of a result. */
export interface EngineDescription {
  /**
   * `"tensorflow"` captures steps as graph functions, `"tensorflow-eager"` runs them operation by operation, and so does
   * `"portable"`, in WebAssembly.
   */
  readonly name: EngineName;
  /** Version of libtensorflow, e.g. `"2.20.0"`, or of tfjs's wasm backend. */
  readonly version: string;
  /** `"CPU"` or `"GPU"`. */
  readonly device: string;
  /** Threads inside one operation. */
  readonly threads: number;
  /** The CUDA device; absent where the processor computes. */
  readonly gpu?: GpuDescription;
  /** How the device is held to repeatable numbers, e.g. `["deterministic-ops=on", "tf32=off"]`. */
  readonly flags?: readonly string[];
}

/** A CUDA device, for the provenance of a result. */
export interface GpuDescription {
  /** Such as `"NVIDIA H200"`. */
  readonly name: string;
  /** Version of the driver, such as `"570.86.10"`. */
  readonly driver: string;
  /** The newest CUDA that the driver supports, such as `"12.8"`. */
  readonly cuda: string;
}

/** The engines that exist. */
export type EngineName = (typeof ENGINE_NAMES)[number];

/** Names accepted by `--engine`, besides `auto`. */
export const ENGINE_NAMES = ["tensorflow", "tensorflow-eager", "portable"] as const;

/**
 * How a captured step is run: `"graph"` operation by operation inside the library, each with its best kernel, or `"xla"`
 * compiled as one, which pays where steps are many and operations small.
 *
 * The caller fixes it by the kind of network. It is never picked by timing: sums are reduced in another order, so the
 * last bits of results depend on it.
 */
export type CompileMode = "graph" | "xla";

/** A capture that was made, for the provenance of a result. */
export interface Compilation {
  /** Name of the step. */
  readonly step: string;
  /** What runs it. */
  readonly mode: CompileMode;
  /** Operations in the graph. */
  readonly operationCount: number;
  /** Time to trace the step. */
  readonly captureMs: number;
  /** Time of the first call, which compiles what was traced. */
  readonly firstCallMs: number;
  /** Why the mode is not the one that was asked for. */
  readonly note?: string;
}

/** Runs tfjs operations, and compiles steps made of them. */
export interface Engine {
  readonly description: EngineDescription;

  /**
   * Prepares a step to be called many times.
   *
   * Captured on the first call with each signature (structure, shapes and types of the arguments), then replayed as
   * one call. What the step closes over is a constant. The caller owns, and disposes of, arguments and results.
   *
   * @param name Name of the step, for error texts.
   * @param step A pure function: no host reads, no random numbers but those passed in.
   * @param options `mode`: how the captured step is run; `"graph"` unless given.
   * @returns A function with the same arguments and results; it throws, naming the operation and the line of the step, when
   * the step cannot be captured.
   */
  compile<Arguments extends readonly TensorTree[], Result extends TensorTree>(
    name: string,
    step: Step<Arguments, Result>,
    options?: { readonly mode?: CompileMode },
  ): Step<Arguments, Result>;

  /** The captures so far, in order. */
  listCompilations(): readonly Compilation[];

  /** How many tensors are alive. */
  tensorCount(): number;

  /** Frees the engine. Tensors made with it are gone too. */
  close(): void;
}
