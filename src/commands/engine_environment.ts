import { EnvironmentError, type RunEvent } from "../../pipeline/mod.ts";
import { ensureLibrary } from "../engine/library/ensure_library.ts";
import type { CommandOptions } from "./options.ts";

/** Share of the download between two lines about it. */
const REPORT_SHARE = 0.1;

/**
 * The environment of stages that compute: the engine's name, its library, fetched on the first run of a machine, and no
 * chatter of TensorFlow's own.
 *
 * @throws {EnvironmentError} If there is no library and none is to be had.
 */
export async function chooseEnvironment(
  options: CommandOptions,
  onEvent: (event: RunEvent) => void,
): Promise<Record<string, string>> {
  let toldLine = "";
  let toldShare = -Infinity;
  const library = await ensureLibrary((line, share = 0) => {
    if (line === toldLine && share - toldShare < REPORT_SHARE) return;
    [toldLine, toldShare] = [line, share];
    onEvent({ type: "log", message: share > 0 ? `${line} ${Math.round(share * 100)} %` : line });
  }).catch((cause) => {
    throw new EnvironmentError(cause.message, { cause });
  });
  const checkpointSeconds = Deno.env.get("ASSAY_CHECKPOINT_SECONDS");
  return {
    ...(checkpointSeconds === undefined ? {} : { ASSAY_CHECKPOINT_SECONDS: checkpointSeconds }),
    ASSAY_LIBTENSORFLOW: library,
    ASSAY_ENGINE: options.engine,
    TF_CPP_MIN_LOG_LEVEL: "3",
  };
}
