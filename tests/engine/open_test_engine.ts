import { dirname, join } from "node:path";
import type { Engine } from "../../src/engine/engine.ts";
import { ensureLibrary } from "../../src/engine/library/ensure_library.ts";
import { findWheel } from "../../src/engine/library/wheels.ts";
import {
  openTensorFlow,
  type TensorFlowOptions,
} from "../../src/engine/tensorflow/tensorflow_engine.ts";
import { keepLibraryLoaded } from "./keep_library_loaded.ts";

/** Opens the real engine for a test, fetching the library on the first run of a machine. */
export async function openTestEngine(
  options: Partial<Omit<TensorFlowOptions, "libraryPath">> = {},
): Promise<Engine> {
  Deno.env.set("TF_CPP_MIN_LOG_LEVEL", "2");
  const libraryPath = await ensureLibrary(() => {});
  const { libraries } = findWheel(`${Deno.build.os}-${Deno.build.arch}`);
  for (const name of libraries.toReversed()) {
    keepLibraryLoaded(join(dirname(libraryPath), name));
  }
  return openTensorFlow({ libraryPath, threads: 1, ...options });
}
