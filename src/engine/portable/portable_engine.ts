import { version_wasm } from "@tensorflow/tfjs-backend-wasm";
import type { Engine } from "../engine.ts";
import { runTidily } from "../run_tidily.ts";
import { registerBackend, removeBackend } from "./tfjs_backend.ts";

/** How {@linkcode openPortable} opens the engine. */
export interface PortableOptions {
  /** Threads that are asked for. The engine computes on one whatever this is, and says so in its description. */
  readonly threads: number;
}

/**
 * Opens the engine that runs wherever Deno does: tfjs's WebAssembly backend with the kernels that training needs, from npm
 * packages alone. Steps run operation by operation, and repeat bit for bit. One engine is open in a process at a time.
 *
 * @param _options Threads.
 * @returns The engine.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import * as tf from "@tensorflow/tfjs";
 * import { openPortable } from "./portable_engine.ts";
 *
 * const engine = await openPortable({ threads: 1 });
 * const double = engine.compile("double", (x: tf.Tensor) => tf.add(x, x));
 * assertEquals([...double(tf.tensor([1, 2])).dataSync()], [2, 4]);
 * engine.close();
 * ```
 */
export async function openPortable(_options: PortableOptions): Promise<Engine> {
  const backend = await registerBackend();
  return {
    description: { name: "portable", version: version_wasm, device: "CPU", threads: 1 },
    compile: (_name, step) => runTidily(step),
    listCompilations: () => [],
    tensorCount: () => backend.numDataIds(),
    close: removeBackend,
  };
}
