import type { RunEvent } from "../../pipeline/mod.ts";
import { chooseEngine } from "./choose_engine.ts";
import type { CommandOptions } from "./options.ts";
import { thinProgress } from "./thin_progress.ts";

/**
 * The environment of stages that compute: the engine's name; its library, fetched on the first run of a machine, if it has
 * one; and no chatter of TensorFlow's own.
 *
 * @throws {EnvironmentError} If the engine that was asked for cannot be had.
 */
export async function chooseEnvironment(
  options: Pick<CommandOptions, "engine">,
  onEvent: (event: RunEvent) => void,
): Promise<Record<string, string>> {
  const { engine, library, environment } = await chooseEngine(
    options.engine,
    thinProgress((message) => onEvent({ type: "log", message })),
  );
  const checkpointSeconds = Deno.env.get("ASSAY_CHECKPOINT_SECONDS");
  return {
    ...(checkpointSeconds === undefined ? {} : { ASSAY_CHECKPOINT_SECONDS: checkpointSeconds }),
    ASSAY_ENGINE: engine,
    ...(library === undefined ? {} : { ASSAY_LIBTENSORFLOW: library, TF_CPP_MIN_LOG_LEVEL: "3" }),
    ...environment,
  };
}
