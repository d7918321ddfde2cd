import { dirname } from "node:path";
import { disposeTree } from "../engine/tensor_tree.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import { writeSafetensors } from "../formats/write_safetensors.ts";
import { type GanState, LOGGED } from "../training/gan.ts";
import type { HistoryRow } from "../training/train_gan.ts";
import { restoreTree, storeTree } from "./tensor_files.ts";

/** What a training has gathered so far. */
export interface TrainingProgress {
  readonly history: HistoryRow[];
  /** Rows of step and milliseconds. */
  readonly timing: (readonly number[])[];
  readonly snapshots: Record<string, StoredTensor>;
  readonly generators: Record<string, StoredTensor>;
}

/** Seconds between checkpoints unless the environment says otherwise: a kill loses at most that much. */
const DEFAULT_INTERVAL_SECONDS = 10;

/**
 * The training state on disk: parameters, optimiser moments, history and snapshots in one safetensors file, replaced by
 * rename so that it is whole at any moment. When it is written has no influence on results.
 */
export class CheckpointFile {
  readonly #path: string;
  readonly #intervalMs: number;
  #savedAt = performance.now();

  /**
   * @param path Where it is, or will be.
   * @param environment `ASSAY_CHECKPOINT_SECONDS`: seconds between checkpoints, 10 unless set.
   */
  constructor(path: string, environment: Readonly<Record<string, string>>) {
    this.#path = path;
    this.#intervalMs = 1000 *
      Number(environment.ASSAY_CHECKPOINT_SECONDS ?? DEFAULT_INTERVAL_SECONDS);
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
    const bytes = await Deno.readFile(this.#path).catch((error) => {
      if (error instanceof Deno.errors.NotFound) return undefined;
      throw error;
    });
    if (bytes === undefined) {
      return {
        state: initial,
        step: 0,
        progress: { history: [], timing: [], snapshots: {}, generators: {} },
      };
    }
    const { tensors, metadata } = readSafetensors(bytes);
    const state = restoreTree(initial, "state", tensors);
    disposeTree(initial);
    return {
      state,
      step: Number(metadata.step),
      progress: {
        history: toRows(tensors.history),
        timing: toRows(tensors.timing),
        snapshots: pick(tensors, "snapshots/"),
        generators: pick(tensors, "generators/"),
      },
    };
  }

  /** Saves when the last checkpoint is older than the interval. */
  async saveIfDue(
    report: { readonly state: GanState; readonly step: number },
    progress: TrainingProgress,
  ): Promise<void> {
    if (performance.now() - this.#savedAt < this.#intervalMs) return;
    const tensors = {
      ...storeTree(report.state, "state"),
      ...prefixNames(progress.snapshots, "snapshots/"),
      ...prefixNames(progress.generators, "generators/"),
      history: toMatrix(progress.history, 1 + LOGGED.length),
      timing: toMatrix(progress.timing, 2),
    };
    const bytes = writeSafetensors({ tensors, metadata: { step: String(report.step) } });
    // Another attempt at the same work may have ended, and taken the folder with it.
    await Deno.mkdir(dirname(this.#path), { recursive: true });
    const temporary = `${this.#path}.new`;
    {
      using file = await Deno.create(temporary);
      await file.write(bytes);
      await file.syncData();
    }
    await Deno.rename(temporary, this.#path);
    this.#savedAt = performance.now();
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
