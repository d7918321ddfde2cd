import { join } from "node:path";
import {
  EnvironmentError,
  type JsonObject,
  LocalExecutor,
  type Task,
} from "../../../pipeline/mod.ts";
import type { StageKind } from "../../../pipeline/stage.ts";
import { readSafetensors } from "../../formats/read_safetensors.ts";
import type { StoredTensor } from "../../formats/safetensors.ts";
import { writeSafetensors } from "../../formats/write_safetensors.ts";
import { InterruptedError } from "../interrupted_error.ts";
import { listenForInterruption } from "../interruption.ts";
import { PROJECT_ROOT } from "../places.ts";

/** A stage that takes tensors and leaves tensors, on an engine. */
export interface TensorStage extends Pick<StageKind, "kind" | "module"> {
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

/** What every such stage takes of the machine, and may do. */
const ENGINE_STAGE: Pick<StageKind, "resources" | "permissions"> = {
  resources: { threads: 1, memoryMb: 1500 },
  permissions: { ffi: true, env: true, sys: true, packages: true },
};

/**
 * Runs one stage outside of any experiment, in a process of its own as every stage that computes. Ctrl-C ends that process
 * too, and what it left.
 *
 * @param stage The stage.
 * @param work What it works on.
 * @returns What it left.
 * @throws {EnvironmentError} If there is no room for the tensors, or the process fails, with its reason and its last lines.
 * @throws {InterruptedError} After Ctrl-C, SIGTERM, or when the terminal is closed.
 */
export async function runAlone(stage: TensorStage, work: TensorWork): Promise<TensorResult> {
  const interruption = listenForInterruption();
  try {
    const folder = await takeRoom(stage, () => Deno.makeTempDir({ prefix: "assay-evaluate-" }));
    return await runIn(folder, { stage, work, signal: interruption.signal });
  } finally {
    interruption.close();
  }
}

async function runIn(
  folder: string,
  { stage, work, signal }: {
    readonly stage: TensorStage;
    readonly work: TensorWork;
    readonly signal: AbortSignal;
  },
): Promise<TensorResult> {
  const input = join(folder, `${stage.input}.safetensors`);
  const outputName = `${stage.output}.safetensors`, output = join(folder, outputName);
  const kind = { ...stage, ...ENGINE_STAGE, outputs: { [stage.output]: outputName } };
  const task: Task = {
    id: stage.kind,
    module: stage.module,
    params: work.params ?? {},
    inputs: { ...work.inputs, [stage.input]: input },
    environment: work.environment,
    outputs: { [stage.output]: output },
    checkpointPath: join(folder, "checkpoint"),
  };
  try {
    const result = await takeRoom(stage, async () => {
      await Deno.writeFile(input, writeSafetensors({ tensors: work.tensors, metadata: {} }));
      if (signal.aborted) throw new InterruptedError();
      const executor = new LocalExecutor({ projectRoot: PROJECT_ROOT });
      const execution = executor.submit(kind, task, { folder, onProgress: () => {} });
      signal.addEventListener("abort", () => execution.kill());
      return await execution.result;
    });
    if (result.status === "stopped") throw new InterruptedError();
    if (result.status === "failed") {
      throw new EnvironmentError(`Cannot ${stage.action}: ${result.reason}\n${result.lastLines}`);
    }
    const { tensors } = readSafetensors(await takeRoom(stage, () => Deno.readFile(output)));
    return { tensors, facts: result.value?.facts ?? {} };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Refuses, as work of the stage, what the folder for temporary files or the memory refuses. */
async function takeRoom<T>({ action }: TensorStage, take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (cause) {
    if (cause instanceof InterruptedError) throw cause;
    throw new EnvironmentError(
      `Cannot ${action}: ${
        (cause as Error).message
      }. Memory is wanted, and room in the folder that ` +
        `TMPDIR names: value is "${Deno.env.get("TMPDIR") ?? ""}"`,
      { cause },
    );
  }
}
