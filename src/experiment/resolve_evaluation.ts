import { checkSelection } from "./check_selection.ts";
import type { ChosenPreset } from "./choose_preset.ts";
import type { Dataset, EvaluationSettings, RunSettings } from "./experiment.ts";
import { findOrigin, type Layer } from "./layer.ts";
import { METRIC_SPACES } from "./metric_space.ts";
import { mergeSettings } from "./merge_settings.ts";
import { formatFound, type Path, type Problem } from "./problem.ts";
import { countComparable, spaceOf } from "./resolve_dataset.ts";
import type { EvaluationSpec, ExperimentSpec } from "./spec.ts";

const DEFAULT_SAMPLE_COUNT = 10_000;
/** What the published numbers of modes of stacked MNIST are of. */
const DEFAULT_STACK_COUNT = 26_000;
const DEFAULT_CURVE_SAMPLE_COUNT = 2_000;
const DEFAULT_GRID_SIZE = { images: 64, points: 512 };
const DEFAULT_SNAPSHOT_COUNT = 5;

/** Snapshots of one run; each keeps a generator and its samples, so there is an end to them. */
const MOST_SNAPSHOTS = 200;

/** What evaluation has to suit. */
export interface EvaluationContext {
  readonly dataset: Dataset;
  readonly variants: Readonly<Record<string, RunSettings>>;
  readonly preset: ChosenPreset | undefined;
  /** What each variant was merged from, in the order of `variants`, to say where a mistake was written. */
  readonly layers: readonly (readonly Layer[])[];
}

/** Fills in what the evaluation leaves out. */
export function resolveEvaluation(
  spec: ExperimentSpec,
  context: EvaluationContext,
): EvaluationSettings {
  const { dataset, variants, preset } = context;
  const merged = mergeSettings(
    spec.evaluation ?? {},
    preset?.spec.evaluation ?? {},
  ) as EvaluationSpec;
  const usual = dataset.kind === "stacked-mnist" ? DEFAULT_STACK_COUNT : DEFAULT_SAMPLE_COUNT;
  const { curveSampleCount = DEFAULT_CURVE_SAMPLE_COUNT } = merged;
  // What is left to default, and what a preset leaves as it was, follows the rest.
  const isOwn = (key: keyof EvaluationSpec): boolean =>
    (preset ?? { spec }).spec.evaluation?.[key] !== undefined;
  const wanted = merged.sampleCount ?? usual;
  const sampleCount = isOwn("sampleCount") ? wanted : Math.min(wanted, countComparable(dataset));
  const steps = listStepCounts(variants);
  const fewestSteps = Math.min(...steps), least = countLeastEvery(Math.max(...steps));
  const every = merged.every ?? Math.ceil(fewestSteps / DEFAULT_SNAPSHOT_COUNT);
  return {
    sampleCount,
    every: isOwn("every") ? every : Math.max(least, Math.min(every, fewestSteps)),
    curveSampleCount: isOwn("curveSampleCount")
      ? curveSampleCount
      : Math.min(curveSampleCount, sampleCount),
    gridSize: merged.gridSize ?? DEFAULT_GRID_SIZE[spaceOf(dataset)],
    ...(merged.selectBy ? { selectBy: merged.selectBy } : {}),
  };
}

/** Checks that a resolved evaluation suits the data and the variants. */
export function checkEvaluation(
  evaluation: EvaluationSettings,
  context: EvaluationContext,
): Problem[] {
  const { dataset, variants, preset, layers } = context;
  const problems: Problem[] = [];
  const findPath = (key: keyof EvaluationSettings): Path => {
    const isOfPreset = preset?.spec.evaluation?.[key] !== undefined;
    return [...(isOfPreset ? preset.path : []), "evaluation", key];
  };
  const check = (key: keyof EvaluationSettings, isRight: boolean, wanted: string): void => {
    if (!isRight) {
      problems.push({ path: findPath(key), wanted, found: formatFound(evaluation[key]) });
    }
  };
  const limit = countComparable(dataset);
  const wanted = `at most ${limit}, as there are no more real samples to compare with`;
  check("sampleCount", evaluation.sampleCount <= limit, wanted);
  check(
    "curveSampleCount",
    evaluation.curveSampleCount <= evaluation.sampleCount,
    `at most sampleCount, ${evaluation.sampleCount}, as real data is measured of no more`,
  );
  const steps = listStepCounts(variants);
  const fewest = Math.min(...steps), most = Math.max(...steps);
  const nameOf = (count: number) => Object.keys(variants)[steps.indexOf(count)];
  const least = countLeastEvery(most);
  if (least > fewest) {
    const path = findOrigin(layers[steps.indexOf(most)], ["stepCount"]);
    problems.push({
      path: path ?? ["variants", nameOf(most), "stepCount"],
      wanted:
        `at most ${MOST_SNAPSHOTS * fewest}, as all variants have snapshots at the same steps, ` +
        `at most ${MOST_SNAPSHOTS}, and variant "${nameOf(fewest)}" ends at ${fewest}`,
      found: formatFound(most),
    });
  } else {
    const bound = `the stepCount of variant "${nameOf(fewest)}"`;
    check("every", evaluation.every <= fewest, `at most ${fewest}, ${bound}`);
    const limits = `as a run has at most ${MOST_SNAPSHOTS} snapshots`;
    check("every", evaluation.every >= least, `at least ${least}, ${limits}`);
  }
  if (evaluation.selectBy !== undefined) {
    const place = { path: findPath("selectBy"), space: METRIC_SPACES[dataset.kind] };
    problems.push(...checkSelection(evaluation.selectBy, place));
  }
  return problems;
}

/** Steps between snapshots that keep so long a run to its most snapshots. */
function countLeastEvery(stepCount: number): number {
  return Math.ceil(stepCount / MOST_SNAPSHOTS);
}

function listStepCounts(variants: Readonly<Record<string, RunSettings>>): number[] {
  return Object.values(variants).map(({ stepCount }) => stepCount);
}
