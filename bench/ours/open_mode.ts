import type { CompileMode, Engine } from "../../src/engine/engine.ts";
import { ensureLibrary } from "../../src/engine/library/ensure_library.ts";
import { openPortable } from "../../src/engine/portable/portable_engine.ts";
import { openTensorFlow } from "../../src/engine/tensorflow/tensorflow_engine.ts";

/** Ways in which the laboratory runs a step, by name. */
const MODES: Readonly<Record<string, (threads: number) => Promise<Engine>>> = {
  eager: async (threads) => openTensorFlow({ ...await findLibrary(), threads, capture: false }),
  graph: (threads) => openFixed("graph", threads),
  xla: (threads) => openFixed("xla", threads),
  portable: (threads) => openPortable({ threads }),
};

/** The names of the modes. */
export const MODE_NAMES: readonly string[] = Object.keys(MODES);

/**
 * Opens an engine in a mode.
 *
 * @param mode One of {@linkcode MODE_NAMES}.
 * @param threads Threads inside one operation.
 */
export async function openMode(mode: string, threads: number): Promise<Engine> {
  return await MODES[mode](threads);
}

/** An engine that runs every step in one mode, whatever the network's kind asks for. */
async function openFixed(mode: CompileMode, threads: number): Promise<Engine> {
  const engine = openTensorFlow({ ...await findLibrary(), threads });
  return { ...engine, compile: (name, step) => engine.compile(name, step, { mode }) };
}

async function findLibrary(): Promise<{ libraryPath: string }> {
  return { libraryPath: await ensureLibrary(() => {}) };
}
