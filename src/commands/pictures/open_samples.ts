import type { FiledRecord } from "../../../pipeline/store/parse_record.ts";
import { listCentres, type MixtureLayout } from "../../datasets/gaussian_mixture.ts";
import { readSafetensors } from "../../formats/read_safetensors.ts";
import type { ReportExperiment, Snapshot } from "../../report/report_data.ts";
import { takeSamples } from "../../report/take_samples.ts";
import { parseRunInput } from "../../stages/read_evaluations.ts";
import { parseSnapshotName } from "../../stages/snapshot_name.ts";
import { readObject } from "./read_object.ts";

/** Real points that set the window of a plot, and stand behind it. */
const REAL_POINTS = 500;

/** The samples that a report was made from, read one by one. */
export interface SampleSource {
  readonly dataset: ReportExperiment["dataset"];
  /** Centres of the modes; empty for images. */
  readonly centres: readonly (readonly [number, number])[];
  /** Runs that have snapshots, in the order of the report's inputs. */
  readonly runs: readonly { readonly variant: string; readonly seed: number }[];
  /**
   * Reads the snapshots of a run in order of step.
   *
   * @returns Null where the store has them no longer.
   * @throws {DamageError} If they are damaged.
   */
  readSnapshots(variant: string, seed: number): Promise<Snapshot[] | null>;
  /** Reads real points; undefined where the data is images, or the store has them no longer. */
  readReal(): Promise<Float32Array | undefined>;
}

/**
 * Opens the samples behind a report.
 *
 * @param results The results folder.
 * @param report The record of its stage `report`.
 */
export function openSamples(results: string, report: FiledRecord): SampleSource {
  const { inputs } = report;
  const dataset = report.params.dataset as unknown as SampleSource["dataset"];
  const isPlane = ["ring", "grid", "mixture"].includes(dataset.kind);
  const readTensors = async (name: string) => {
    const bytes = inputs[name] === undefined
      ? null
      : await readObject(results, inputs[name], `${report.experiment}: ${name}`);
    return bytes === null ? null : readSafetensors(bytes).tensors;
  };
  return {
    dataset,
    centres: isPlane ? listCentres(dataset as unknown as MixtureLayout) : [],
    runs: Object.keys(inputs).flatMap((name) => parseRunInput(name, "snapshots") ?? []),
    async readSnapshots(variant, seed) {
      const tensors = await readTensors(`snapshots/${variant}/seed=${seed}`);
      if (tensors === null) return null;
      return Object.entries(tensors).map(([name, tensor]): Snapshot => ({
        step: parseSnapshotName(name)!,
        ...takeSamples(tensor, tensor.shape[0]),
      })).sort((first, second) => first.step - second.step);
    },
    async readReal() {
      if (!isPlane) return undefined;
      const final = (await readTensors("samples/reference"))?.final;
      return final === undefined ? undefined : takeSamples(final, REAL_POINTS).points;
    },
  };
}
