import type { JsonObject } from "../../pipeline/canonical.ts";
import type { StageContext } from "../../pipeline/stage.ts";
import type { Engine } from "../engine/engine.ts";
import { STAGE_THREADS } from "./threads.ts";

/**
 * Opens the engine that the command line chose for this stage. Only that engine's code is loaded.
 *
 * @param context `environment.ASSAY_ENGINE` is the engine's name, `environment.ASSAY_LIBTENSORFLOW` the path of its library;
 * `ASSAY_DETERMINISTIC=0` and `ASSAY_TF32=1` trade repeatable numbers and precision for speed on a CUDA device.
 */
export async function openStageEngine(context: Pick<StageContext, "environment">): Promise<Engine> {
  const { ASSAY_LIBTENSORFLOW: libraryPath, ASSAY_ENGINE: name, ...rest } = context.environment;
  if (name === "portable") {
    const { openPortable } = await import("../engine/portable/portable_engine.ts");
    return await openPortable({ threads: STAGE_THREADS });
  }
  const { openTensorFlow } = await import("../engine/tensorflow/tensorflow_engine.ts");
  return openTensorFlow({
    libraryPath,
    threads: STAGE_THREADS,
    capture: name !== "tensorflow-eager",
    gpu: { deterministic: rest.ASSAY_DETERMINISTIC !== "0", tf32: rest.ASSAY_TF32 === "1" },
  });
}

/** What a stage's record says of its engine, and of the steps that it captured. */
export function describeEngine(engine: Engine): JsonObject {
  const captures = engine.listCompilations().map((compilation) => ({
    ...compilation,
    captureMs: Math.round(compilation.captureMs),
    firstCallMs: Math.round(compilation.firstCallMs),
  }));
  const { gpu, flags, ...description } = engine.description;
  const device: JsonObject = gpu === undefined ? {} : { gpu: { ...gpu }, flags: [...flags ?? []] };
  return { engine: { ...description, ...device }, captures };
}
