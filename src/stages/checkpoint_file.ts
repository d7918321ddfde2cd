import type { EngineDescription } from "../engine/engine.ts";
import { disposeTree } from "../engine/tensor_tree.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import type { SafetensorsFile, StoredTensor } from "../formats/safetensors.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import { type GanState, LOGGED } from "../training/gan.ts";
import type { HistoryRow } from "../training/train_gan.ts";
import { chooseCheckpointWait } from "./choose_checkpoint_wait.ts";
import { KeptFile } from "./kept_file.ts";
import { restoreTree, storeTree } from "./tensor_files.ts";

/** What a training has gathered so far. */
export interface TrainingProgress {
  readonly history: HistoryRow[];
  /** Rows of step and milliseconds. */
  readonly timing: (readonly number[])[];
  /** What both networks make of the plane, at each snapshot. */
  readonly planes: Record<string, StoredTensor>;
  readonly generators: Record<string, StoredTensor>;
}

/** What stands for a checkpoint where there is none. */
const NOTHING: SafetensorsFile = { tensors: {}, metadata: {} };

/**
 * The training state on disk: parameters, optimiser moments, history and what snapshots keep in one safetensors file. When
 * it is written has no influence on results. A checkpoint of another engine, library, device or processor is passed over:
 * its numbers are not quite the same.
 */
export class CheckpointFile {
  readonly #file: KeptFile;
  readonly #engine: string;
  readonly #environment: Readonly<Record<string, string>>;
  #dueAt: number;

  /**
   * @param path Where it is, or will be.
   * @param environment `ASSAY_CHECKPOINT_SECONDS`, see {@linkcode chooseCheckpointWait}, and `ASSAY_PROCESSOR`, the
   * processor's model, which a stage may not ask for.
   * @param engine What the training computes with.
   */
  constructor(
    path: string,
    environment: Readonly<Record<string, string>>,
    engine: EngineDescription,
  ) {
    this.#file = new KeptFile(path, console.error);
    this.#engine = JSON.stringify({ ...engine, processor: environment.ASSAY_PROCESSOR });
    this.#environment = environment;
    this.#dueAt = performance.now() + chooseCheckpointWait(environment, 0);
  }

  /**
   * Loads the checkpoint, if there is one.
   *
   * @param initial The state before the first step; disposed of when a checkpoint replaces it.
   * @returns State, steps done, and what was gathered.
   */
  async load(
    initial: GanState,
  ): Promise<{ state: GanState; step: number; progress: TrainingProgress }> {
    const bytes = await this.#file.read();
    const { tensors, metadata } = bytes === null ? NOTHING : readSafetensors(bytes);
    if (metadata.engine !== this.#engine) {
      return {
        state: initial,
        step: 0,
        progress: { history: [], timing: [], planes: {}, generators: {} },
      };
    }
    const state = restoreTree(initial, "state", tensors);
    disposeTree(initial);
    return {
      state,
      step: Number(metadata.step),
      progress: {
        history: toRows(tensors.history),
        timing: toRows(tensors.timing),
        planes: pick(tensors, "planes/"),
        generators: pick(tensors, "generators/"),
      },
    };
  }

  /** Saves when it is time to. */
  async saveIfDue(
    report: { readonly state: GanState; readonly step: number },
    progress: TrainingProgress,
  ): Promise<void> {
    const startedAt = performance.now();
    if (startedAt < this.#dueAt) return;
    const tensors = {
      ...storeTree(report.state, "state"),
      ...prefixNames(progress.planes, "planes/"),
      ...prefixNames(progress.generators, "generators/"),
      history: toMatrix(progress.history, 1 + LOGGED.length),
      timing: toMatrix(progress.timing, 2),
    };
    const metadata = { step: String(report.step), engine: this.#engine };
    await this.#file.write(writeSafetensors({ tensors, metadata }));
    const endedAt = performance.now();
    this.#dueAt = endedAt + chooseCheckpointWait(this.#environment, endedAt - startedAt);
  }
}

function toMatrix(rows: readonly (readonly number[])[], columns: number): StoredTensor {
  return { dtype: "F64", shape: [rows.length, columns], data: Float64Array.from(rows.flat()) };
}

function toRows({ data, shape: [rows, columns] }: StoredTensor): number[][] {
  const values = Array.from(data as Float64Array);
  return Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns));
}

function prefixNames(
  tensors: Readonly<Record<string, StoredTensor>>,
  prefix: string,
): Record<string, StoredTensor> {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [prefix + name, tensor]),
  );
}

function pick(
  tensors: Readonly<Record<string, StoredTensor>>,
  prefix: string,
): Record<string, StoredTensor> {
  return Object.fromEntries(
    Object.entries(tensors)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, tensor]) => [name.slice(prefix.length), tensor]),
  );
}
