import type { StageContext } from "../../pipeline/stage.ts";
import { listCentres, type MixtureLayout } from "../datasets/gaussian_mixture.ts";
import type { Dataset } from "../experiment/experiment.ts";
import { toJsonObject } from "../experiment/json.ts";
import type { ReportParams } from "../experiment/stage_params.ts";
import { readCsv } from "../formats/read_csv.ts";
import { readSafetensors } from "../formats/read_safetensors.ts";
import type { StoredTensor } from "../formats/safetensors.ts";
import type {
  Comparison,
  Evaluation,
  History,
  Neighbours,
  ReportRun,
  Snapshot,
} from "../report/report_data.ts";
import { takeSamples, toStack } from "../report/take_samples.ts";
import { renderReport } from "../report/render_report.ts";
import { readEvaluations, readJson, type RunEvaluation } from "./read_evaluations.ts";
import { readVega } from "./read_vega.ts";
import { readPlanes } from "./plane_tensors.ts";
import { WALK_COUNT } from "../training/walk_sizes.ts";
import { parseSnapshotName } from "./snapshot_name.ts";

/** Real samples shown beside those of the generators: a grid of images, or a cloud of points. */
const REFERENCE_COUNTS = { images: 64, points: 500 } as const;

/** Gathers what the other stages found, and renders it as one page. */
export async function run(context: StageContext<ReportParams>): Promise<void> {
  const { title, question, dataset, seeds, evaluation, claims, differences } = context.params;
  const { variantNames, variants, published, protocolDifferences } = context.params;
  const { inputs } = context;
  const evaluations = await readEvaluations(inputs);
  const real = await readTensors(inputs["samples/reference"]);
  // One after another: of long histories, only what is kept of them fits into memory together.
  const runs: ReportRun[] = [];
  for (const one of evaluations) {
    const run = await readRun(one, context);
    runs.push({ ...run, history: packHistory(run.history, runs[0]?.history.step) });
  }
  const html = renderReport({
    experiment: {
      name: title,
      question,
      dataset: { ...dataset },
      seeds,
      evaluation,
      claims,
      variants: Object.fromEntries(
        variantNames.map((name) => [name, toJsonObject(variants[name])]),
      ),
      ...(published === undefined ? {} : { published }),
      ...(protocolDifferences === undefined ? {} : { protocolDifferences }),
    },
    differences,
    comparison: await readJson<Comparison>(inputs.comparison),
    runs,
    reference: await readJson<Evaluation>(inputs["evaluation/reference"]),
    referenceSamples: takeSamples(
      real.final,
      real.final.dtype === "U8" ? REFERENCE_COUNTS.images : REFERENCE_COUNTS.points,
    ),
    ...(inputs.accuracy === undefined ? {} : {
      judgeAccuracy: (await readJson<{ testAccuracy: number }>(inputs.accuracy)).testAccuracy,
    }),
    ...(isMixture(dataset) ? { centres: listCentres(dataset) } : {}),
  }, { vega: await readVega() });
  await Deno.writeTextFile(context.output("report"), await html);
}

function isMixture(dataset: Dataset): dataset is Extract<Dataset, MixtureLayout> {
  return dataset.kind === "ring" || dataset.kind === "grid" || dataset.kind === "mixture";
}

async function readRun(
  { variant, seed, evaluation }: RunEvaluation,
  { inputs, params }: StageContext<ReportParams>,
): Promise<ReportRun> {
  const id = `${variant}/seed=${seed}`;
  const snapshots = await readTensors(inputs[`snapshots/${id}`]);
  const neighbours = await readTensors(inputs[`neighbours/${id}`]);
  const isCritic = params.variants[variant].objective.startsWith("wasserstein");
  const planes = readPlanes(await readTensors(inputs[`planes/${id}`]), isCritic);
  const { walks } = await readTensors(inputs[`walks/${id}`]);
  return {
    variant,
    seed,
    evaluation,
    history: await readCsv(inputs[`history/${id}`]),
    snapshots: Object.entries(snapshots)
      .map(([name, tensor]): Snapshot => ({
        step: parseSnapshotName(name)!,
        ...takeSamples(tensor, tensor.shape[0]),
      }))
      .sort((first, second) => first.step - second.step),
    ...(planes.length === 0 ? {} : { planes }),
    ...(walks === undefined
      ? {}
      : { walks: { images: toStack(walks, walks.shape[0]), lineCount: WALK_COUNT } }),
    ...(neighbours.samples === undefined ? {} : { neighbours: toNeighbours(neighbours) }),
  };
}

/**
 * Holds a history in half the memory: charts need no more than single precision, and runs of an experiment mostly log the
 * same steps.
 */
function packHistory(history: History, known: History[string] | undefined): History {
  const { step, ...rest } = history;
  const isKnown = known?.length === step.length && step.every((value, at) => value === known[at]);
  return {
    step: isKnown ? known : step,
    ...Object.fromEntries(
      Object.entries(rest).map(([name, values]) => [name, Float32Array.from(values)]),
    ),
  };
}

async function readTensors(path: string): Promise<Readonly<Record<string, StoredTensor>>> {
  return readSafetensors(await Deno.readFile(path)).tensors;
}

function toNeighbours(tensors: Readonly<Record<string, StoredTensor>>): Neighbours {
  const { samples, neighbours, distances } = tensors;
  return {
    samples: toStack(samples, samples.shape[0]),
    neighbours: toStack(neighbours, neighbours.shape[0]),
    distances: distances.data as Float32Array,
  };
}
