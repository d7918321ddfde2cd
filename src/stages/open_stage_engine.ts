import type { JsonObject } from "../../pipeline/canonical.ts";
import type { StageContext } from "../../pipeline/stage.ts";
import type { Engine } from "../engine/engine.ts";
import { parseGpuOptions } from "../engine/tensorflow/gpu_options.ts";
import { STAGE_THREADS } from "./threads.ts";

/**
 * Opens the engine that the command line chose for this stage. Only that engine's code is loaded.
 *
 * @param context `environment.ASSAY_ENGINE` is the engine's name, `environment.ASSAY_LIBTENSORFLOW` the path of its library;
 * `ASSAY_GPU`, `ASSAY_DETERMINISTIC` and `ASSAY_TF32` say how a CUDA device is used.
 */
export async function openStageEngine(context: Pick<StageContext, "environment">): Promise<Engine> {
  const { ASSAY_LIBTENSORFLOW: libraryPath, ASSAY_ENGINE: name } = context.environment;
  if (name === "portable") {
    const { openPortable } = await import("../engine/portable/portable_engine.ts");
    return await openPortable({ threads: STAGE_THREADS });
  }
  const { openTensorFlow } = await import("../engine/tensorflow/tensorflow_engine.ts");
  return openTensorFlow({
    libraryPath,
    threads: STAGE_THREADS,
    capture: name !== "tensorflow-eager",
    gpu: parseGpuOptions(context.environment),
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
