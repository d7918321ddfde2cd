import type { Compilation, Engine, EngineDescription } from "../engine.ts";
import { runTidily } from "../run_tidily.ts";
import { Binding } from "./binding.ts";
import { openLibrary } from "./c_api.ts";
import type { GpuOptions } from "./gpu_options.ts";
import { closeContext, openContext } from "./context.ts";
import { makeCapturedStep } from "./captured_step.ts";
import { registerBackend, removeBackend } from "./tfjs_backend.ts";

/** How {@linkcode openTensorFlow} opens the engine. */
export interface TensorFlowOptions {
  /** Path of `libtensorflow_cc`. */
  readonly libraryPath: string;
  /** Threads inside one operation, >= 1. */
  readonly threads: number;
  /** `false` runs steps operation by operation, to test captures against. Default `true`. */
  readonly capture?: boolean;
  /** `"float64"` computes float32 tensors as doubles, for finite differences. Default `"float32"`. */
  readonly precision?: "float32" | "float64";
  /** How a CUDA device is used. */
  readonly gpu?: GpuOptions;
}

/**
 * Opens libtensorflow as tfjs's backend. One engine is open in a process at a time.
 *
 * @param options Library, threads and mode.
 * @returns The engine.
 * @throws {Error} When the library cannot be loaded.
 */
export function openTensorFlow(options: TensorFlowOptions): Engine {
  const context = openContext(openLibrary(options.libraryPath), options);
  const binding = new Binding(context, { precision: options.precision ?? "float32" });
  const backend = registerBackend(binding);
  const capture = options.capture ?? true;
  const description: EngineDescription = {
    name: capture ? "tensorflow" : "tensorflow-eager",
    version: context.version,
    device: binding.isUsingGpuDevice() ? "GPU" : "CPU",
    threads: options.threads,
    ...context.gpu,
  };
  const compilations: Compilation[] = [];
  const parts = {
    context,
    binding,
    backend,
    onCompiled: (compilation: Compilation) => void compilations.push(compilation),
  };
  return {
    description,
    compile: (name, step, { mode = "graph" } = {}) =>
      capture ? makeCapturedStep({ name, step, mode }, parts) : runTidily(step),
    listCompilations: () => compilations,
    tensorCount: () => binding.getNumOfTensors(),
    close: () => {
      removeBackend();
      binding.close();
      closeContext(context);
    },
  };
}
