import type { JsonObject } from "../../../pipeline/mod.ts";
import type { FeatureMatrix } from "../../metrics/feature_matrix.ts";
import { restoreMatrix } from "../../stages/matrix_tensors.ts";
import { runAlone, type TensorStage } from "./run_alone.ts";
import type { ImageSet } from "./sample_set.ts";

/** What the judge says of one set. */
export interface JudgedSet {
  /** Its penultimate layer, [n, 128]. */
  readonly features: FeatureMatrix;
  /** What its classes are chosen by, [n, 10]. */
  readonly logits: FeatureMatrix;
}

/** What the judge says of both. */
export interface JudgedSets {
  readonly real: JudgedSet;
  readonly fake: JudgedSet;
  /** The engine that computed it. */
  readonly engine: JsonObject;
}

const JUDGE_IMAGES: TensorStage = {
  kind: "judge-images",
  action: "judge images",
  module: new URL("../../stages/judge_images.ts", import.meta.url).href,
  input: "images",
  output: "judgement",
};

/**
 * Lets the judge look at two sets of images.
 *
 * @param sets The images, of the size that the judge takes.
 * @param options Path of the judge's parameters, and variables that name the engine.
 * @returns Features and logits of both.
 * @throws {EnvironmentError} If the judge's process fails.
 */
export async function judgeSets(
  sets: { readonly real: ImageSet; readonly fake: ImageSet },
  options: { readonly judge: string; readonly environment: Readonly<Record<string, string>> },
): Promise<JudgedSets> {
  const { tensors, facts } = await runAlone(JUDGE_IMAGES, {
    tensors: { real: toTensor(sets.real), fake: toTensor(sets.fake) },
    inputs: { judge: options.judge },
    environment: options.environment,
  });
  const judged = (name: string) => ({
    features: restoreMatrix(tensors[`${name}/features`]),
    logits: restoreMatrix(tensors[`${name}/logits`]),
  });
  return { real: judged("real"), fake: judged("fake"), engine: facts.engine as JsonObject };
}

function toTensor({ count, height, width, pixels }: ImageSet) {
  return { dtype: "U8", shape: [count, height, width], data: pixels } as const;
}
