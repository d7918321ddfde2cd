import { EnvironmentError } from "../../pipeline/mod.ts";
import type { EngineName } from "../engine/engine.ts";
import { fetchLibrary, type SetupProgress } from "../engine/library/fetch_library.ts";
import { findLibrary, type FoundLibrary } from "../engine/library/find_library.ts";
import { findWheel } from "../engine/library/wheels.ts";
import { type EngineTrial, tryEngine } from "./doctor/try_engine.ts";

/** The engine that stages open, and its library if it has one. */
export interface ChosenEngine {
  readonly engine: EngineName;
  /** Path of `libtensorflow_cc`. */
  readonly library?: string;
  /** Variables of the processes that compute. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Finds the engine that was asked for. `auto` is `tensorflow` where its library is found, or can be fetched, and loads; else
 * `portable`, and one line says why. A library that `ASSAY_LIBTENSORFLOW` names is never passed over.
 *
 * @param asked What the command line says.
 * @param report Told of the download, of the device that computes, and of the choice that `auto` fell back to.
 * @param platform `<os>-<architecture>` as Deno names them.
 * @returns The engine.
 * @throws {EnvironmentError} When the engine that was asked for cannot be had.
 */
export async function chooseEngine(
  asked: EngineName | "auto",
  report: SetupProgress,
  platform: string = `${Deno.build.os}-${Deno.build.arch}`,
): Promise<ChosenEngine> {
  if (asked === "portable") return { engine: asked, environment: {} };
  let found: FoundLibrary | undefined;
  try {
    found = await findLibrary(platform);
  } catch (cause) {
    throw toEnvironmentError(cause);
  }
  try {
    const library = found?.path ?? await fetchLibrary(findWheel(platform), report);
    const { environment, note } = await tryLibrary(library);
    if (note !== undefined) report(note);
    return { engine: asked === "auto" ? "tensorflow" : asked, library, environment };
  } catch (cause) {
    if (asked !== "auto" || found?.source === "ASSAY_LIBTENSORFLOW") {
      throw toEnvironmentError(cause);
    }
    const reason = toEnvironmentError(cause).message.replaceAll(/\s+/g, " ");
    report(`Engine "portable", which is slower, stands in for "tensorflow". ${reason}`);
    return { engine: "portable", environment: {} };
  }
}

async function tryLibrary(library: string): Promise<EngineTrial> {
  try {
    return await tryEngine(library);
  } catch (cause) {
    const { message } = toEnvironmentError(cause);
    throw new Error(
      `${message}. To use it, point ASSAY_LIBTENSORFLOW at a libtensorflow_cc built for this system`,
      { cause },
    );
  }
}

/** What went wrong with an engine, as an error of the environment. */
export function toEnvironmentError(cause: unknown): EnvironmentError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new EnvironmentError(message, { cause });
}
