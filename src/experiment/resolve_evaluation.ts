import { checkSelection } from "./check_selection.ts";
import type { ChosenPreset } from "./choose_preset.ts";
import type { Dataset, EvaluationSettings, RunSettings } from "./experiment.ts";
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
  const sampleCount = merged.sampleCount ?? Math.min(usual, countComparable(dataset));
  const fewestSteps = Math.min(...listStepCounts(variants));
  const every = merged.every ?? Math.ceil(fewestSteps / DEFAULT_SNAPSHOT_COUNT);
  const isInherited = preset !== undefined && preset.spec.evaluation?.every === undefined;
  return {
    sampleCount,
    every: isInherited ? Math.min(every, fewestSteps) : every,
    curveSampleCount: merged.curveSampleCount ?? Math.min(DEFAULT_CURVE_SAMPLE_COUNT, sampleCount),
    gridSize: merged.gridSize ?? DEFAULT_GRID_SIZE[spaceOf(dataset)],
    ...(merged.selectBy === undefined ? {} : { selectBy: merged.selectBy }),
  };
}

/** Checks that a resolved evaluation suits the data and the variants. */
export function checkEvaluation(
  evaluation: EvaluationSettings,
  context: EvaluationContext,
): Problem[] {
  const { dataset, variants, preset } = context;
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
  check("curveSampleCount", evaluation.curveSampleCount <= limit, wanted);
  const steps = listStepCounts(variants);
  const fewest = Math.min(...steps);
  const shortest = Object.keys(variants)[steps.indexOf(fewest)];
  check(
    "every",
    evaluation.every <= fewest,
    `at most ${fewest}, the stepCount of variant "${shortest}"`,
  );
  const least = Math.ceil(Math.max(...steps) / MOST_SNAPSHOTS);
  check(
    "every",
    evaluation.every >= least,
    `at least ${least}, as a run has at most ${MOST_SNAPSHOTS} snapshots`,
  );
  if (evaluation.selectBy !== undefined) {
    const place = { path: findPath("selectBy"), space: METRIC_SPACES[dataset.kind] };
    problems.push(...checkSelection(evaluation.selectBy, place));
  }
  return problems;
}

function listStepCounts(variants: Readonly<Record<string, RunSettings>>): number[] {
  return Object.values(variants).map(({ stepCount }) => stepCount);
}
