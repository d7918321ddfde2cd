import { join } from "node:path";
import { EnvironmentError, type JsonObject, LocalExecutor } from "../../../pipeline/mod.ts";
import type { StageKind } from "../../../pipeline/stage.ts";
import { readSafetensors } from "../../formats/read_safetensors.ts";
import type { StoredTensor } from "../../formats/safetensors.ts";
import { writeSafetensors } from "../../formats/write_safetensors.ts";
import { PROJECT_ROOT } from "../places.ts";

/** A stage that takes tensors and leaves tensors. */
export interface TensorStage extends StageKind {
  /** What it does, for error texts, such as `"judge images"`. */
  readonly action: string;
  /** The input that holds the tensors. */
  readonly input: string;
  /** The output that does. */
  readonly output: string;
}

/** What such a stage works on. */
export interface TensorWork {
  readonly tensors: Readonly<Record<string, StoredTensor>>;
  readonly params?: JsonObject;
  /** Paths of its other inputs. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Variables that name the engine. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What it left. */
export interface TensorResult {
  readonly tensors: Readonly<Record<string, StoredTensor>>;
  readonly facts: JsonObject;
}

/**
 * Runs one stage outside of any experiment, in a process of its own as every stage that computes.
 *
 * @param stage The stage.
 * @param work What it works on.
 * @returns What it left.
 * @throws {EnvironmentError} If the tensors find no room, or the process fails, with its reason and its last lines.
 */
export async function runAlone(stage: TensorStage, work: TensorWork): Promise<TensorResult> {
  const folder = await findRoom(stage, () => Deno.makeTempDir({ prefix: "assay-evaluate-" }));
  try {
    const input = join(folder, `${stage.input}.safetensors`);
    await findRoom(
      stage,
      () => Deno.writeFile(input, writeSafetensors({ tensors: work.tensors, metadata: {} })),
    );
    const output = join(folder, stage.outputs[stage.output]);
    const result = await new LocalExecutor({ projectRoot: PROJECT_ROOT }).submit(stage, {
      id: stage.kind,
      module: stage.module,
      params: work.params ?? {},
      inputs: { ...work.inputs, [stage.input]: input },
      environment: work.environment,
      outputs: { [stage.output]: output },
      checkpointPath: join(folder, "checkpoint"),
    }, { folder, onProgress: () => {} }).result;
    if (result.status !== "done") {
      const reason = result.status === "failed"
        ? `${result.reason}\n${result.log}`
        : "it was stopped";
      throw new EnvironmentError(`Cannot ${stage.action}: ${reason}`);
    }
    const { tensors } = readSafetensors(await Deno.readFile(output));
    return { tensors, facts: result.value?.facts ?? {} };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Refuses, as work of the stage, what the place for temporary files or the memory refuses. */
async function findRoom<T>({ action }: TensorStage, take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (cause) {
    throw new EnvironmentError(
      `Cannot ${action}: ${
        (cause as Error).message
      }. Memory is wanted, and room in the folder that ` +
        `TMPDIR names: value is "${Deno.env.get("TMPDIR") ?? ""}"`,
      { cause },
    );
  }
}
