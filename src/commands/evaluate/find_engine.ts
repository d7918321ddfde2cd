import { findLibrary } from "../../engine/library/find_library.ts";
import { toEnvironmentError } from "../choose_engine.ts";
import { chooseEnvironment } from "../engine_environment.ts";
import type { CommandOptions } from "../options.ts";

/**
 * Finds an engine for work that can do without one: none is fetched for it.
 *
 * @param asked What the command line says.
 * @param report Told of the device that computes, of the choice that `auto` fell back to, and where what is asked for is not there.
 * @returns Variables that name the engine; undefined where no library is on this machine, or `"portable"` is asked for.
 * @throws {EnvironmentError} If what `ASSAY_LIBTENSORFLOW` names is no library.
 */
export async function findEngine(
  asked: CommandOptions["engine"],
  report: (message: string) => void,
): Promise<Record<string, string> | undefined> {
  if (asked === "portable") return undefined;
  const library = await findLibrary().catch((cause) => {
    throw toEnvironmentError(cause);
  });
  if (library === undefined) {
    if (asked !== "auto") {
      report(`The library of "${asked}" is not on this machine; "deno task setup" fetches it`);
    }
    return undefined;
  }
  return await chooseEnvironment({ engine: asked }, (event) => {
    if (event.type === "log") report(event.message);
  });
}
