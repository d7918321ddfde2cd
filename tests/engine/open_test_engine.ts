import type { Engine } from "../../src/engine/engine.ts";
import { ensureLibrary } from "../../src/engine/library/ensure_library.ts";
import {
  openTensorFlow,
  type TensorFlowOptions,
} from "../../src/engine/tensorflow/tensorflow_engine.ts";

/** Opens the real engine for a test, fetching the library on the first run of a machine. */
export async function openTestEngine(
  options: Partial<Omit<TensorFlowOptions, "libraryPath">> = {},
): Promise<Engine> {
  Deno.env.set("TF_CPP_MIN_LOG_LEVEL", "2");
  const libraryPath = await ensureLibrary(() => {});
  return openTensorFlow({ libraryPath, threads: 1, ...options });
}
