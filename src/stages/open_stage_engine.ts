import type { JsonObject } from "../../pipeline/canonical.ts";
import type { StageContext } from "../../pipeline/stage.ts";
import type { Engine } from "../engine/engine.ts";
import { openTensorFlow } from "../engine/tensorflow/tensorflow_engine.ts";
import { STAGE_THREADS } from "./threads.ts";

/**
 * Opens the engine that the command line chose for this stage.
 *
 * @param context `environment.ASSAY_LIBTENSORFLOW` is the library's path, `environment.ASSAY_ENGINE` the engine's name.
 */
export function openStageEngine(context: Pick<StageContext, "environment">): Engine {
  const { ASSAY_LIBTENSORFLOW: libraryPath, ASSAY_ENGINE: name } = context.environment;
  return openTensorFlow({
    libraryPath,
    threads: STAGE_THREADS,
    capture: name !== "tensorflow-eager",
  });
}

/** What a stage's record says of its engine, and of the steps that it captured. */
export function describeEngine(engine: Engine): JsonObject {
  const captures = engine.listCompilations().map((compilation) => ({
    ...compilation,
    captureMs: Math.round(compilation.captureMs),
    firstCallMs: Math.round(compilation.firstCallMs),
  }));
  return { engine: { ...engine.description }, captures };
}
