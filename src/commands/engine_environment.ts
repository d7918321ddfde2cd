import { EnvironmentError, findProcessor, type RunEvent } from "../../pipeline/mod.ts";
import { chooseEngine } from "./choose_engine.ts";
import type { CommandOptions } from "./options.ts";
import { thinProgress } from "./thin_progress.ts";

/**
 * The environment of stages that compute: the engine's name; its library, fetched on the first run of a machine, if it has
 * one; the processor, which a stage may not ask for; and no chatter of TensorFlow's own.
 *
 * @throws {EnvironmentError} If the engine that was asked for cannot be had, or `ASSAY_CHECKPOINT_SECONDS` is no number.
 */
export async function chooseEnvironment(
  options: Pick<CommandOptions, "engine">,
  onEvent: (event: RunEvent) => void,
): Promise<Record<string, string>> {
  const checkpoints = readCheckpointSeconds();
  const { engine, library, environment } = await chooseEngine(
    options.engine,
    thinProgress((message) => onEvent({ type: "log", message })),
  );
  return {
    ...checkpoints,
    ASSAY_ENGINE: engine,
    ASSAY_PROCESSOR: findProcessor(),
    ...(library === undefined ? {} : { ASSAY_LIBTENSORFLOW: library, TF_CPP_MIN_LOG_LEVEL: "3" }),
    ...environment,
  };
}

function readCheckpointSeconds(): Record<string, string> {
  const seconds = Deno.env.get("ASSAY_CHECKPOINT_SECONDS");
  if (seconds === undefined) return {};
  if (seconds.trim() !== "" && Number(seconds) >= 0) return { ASSAY_CHECKPOINT_SECONDS: seconds };
  throw new EnvironmentError(
    `Cannot use ASSAY_CHECKPOINT_SECONDS: it is "${seconds}"; a number of seconds >= 0 is wanted, such as 10`,
  );
}
