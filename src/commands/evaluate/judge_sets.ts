import { join } from "node:path";
import { EnvironmentError, type JsonObject, LocalExecutor } from "../../../pipeline/mod.ts";
import type { StageKind } from "../../../pipeline/stage.ts";
import { readSafetensors } from "../../formats/read_safetensors.ts";
import { writeSafetensors } from "../../formats/write_safetensors.ts";
import type { FeatureMatrix } from "../../metrics/feature_matrix.ts";
import { PROJECT_ROOT } from "../places.ts";
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

const JUDGE_IMAGES: StageKind = {
  kind: "judge-images",
  module: new URL("../../stages/judge_images.ts", import.meta.url).href,
  outputs: { judgement: "judgement.safetensors" },
  resources: { threads: 1, memoryMb: 1500 },
  permissions: { ffi: true, env: true, sys: true, packages: true },
};

/**
 * Lets the judge look at two sets of images, in a process of its own as every stage that computes.
 *
 * @param sets The images, of the size that the judge takes.
 * @param options Path of the judge's parameters, and variables that name the engine.
 * @returns Features and logits of both.
 * @throws {EnvironmentError} If the process fails, with its reason and its last lines.
 */
export async function judgeSets(
  sets: { readonly real: ImageSet; readonly fake: ImageSet },
  options: { readonly judge: string; readonly environment: Readonly<Record<string, string>> },
): Promise<JudgedSets> {
  const folder = await Deno.makeTempDir({ prefix: "assay-evaluate-" });
  try {
    const images = join(folder, "images.safetensors");
    await Deno.writeFile(
      images,
      writeSafetensors({
        tensors: { real: toTensor(sets.real), fake: toTensor(sets.fake) },
        metadata: {},
      }),
    );
    const judgement = join(folder, JUDGE_IMAGES.outputs.judgement);
    const result = await new LocalExecutor({ projectRoot: PROJECT_ROOT }).submit(JUDGE_IMAGES, {
      id: JUDGE_IMAGES.kind,
      module: JUDGE_IMAGES.module,
      params: {},
      inputs: { images, judge: options.judge },
      environment: options.environment,
      outputs: { judgement },
      checkpointPath: join(folder, "checkpoint"),
    }, { folder, onProgress: () => {} }).result;
    if (result.status !== "done") {
      const reason = result.status === "failed"
        ? `${result.reason}\n${result.log}`
        : "it was stopped";
      throw new EnvironmentError(`Cannot judge images: ${reason}`);
    }
    const { tensors } = readSafetensors(await Deno.readFile(judgement));
    const take = (name: string): FeatureMatrix => {
      const { data, shape: [rows, columns] } = tensors[name];
      return { data: data as Float32Array, rows, columns };
    };
    const judged = (name: string) => ({
      features: take(`${name}/features`),
      logits: take(`${name}/logits`),
    });
    const { facts = {} } = result.value ?? {};
    return { real: judged("real"), fake: judged("fake"), engine: facts.engine as JsonObject };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function toTensor({ count, height, width, pixels }: ImageSet) {
  return { dtype: "U8", shape: [count, height, width], data: pixels } as const;
}
