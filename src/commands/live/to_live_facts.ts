import { findPhase, type JournalState, type ToldValues } from "../../../pipeline/journal/mod.ts";
import { estimateLeft, measurePace } from "../../../pipeline/progress/mod.ts";
import { listRuns } from "../../experiment/mod.ts";
import type { LiveFacts, LiveRun } from "../../live/live_facts.ts";
import type { JournaledExperiment } from "../run/journal_run.ts";

/** A run of an experiment, with the ids of its stages that a watched page looks at. */
export interface WatchedRun {
  /** Such as `vanilla/seed=1`. */
  readonly name: string;
  /** Place among all runs, from 0: by variant, then by seed. */
  readonly place: number;
  readonly variant: string;
  /** Place of the variant in the spec, from 0. */
  readonly index: number;
  readonly seed: number;
  readonly training: string;
  readonly evaluation: string;
}

/** What the journal's head says of the experiment. */
export function readAbout({ head }: JournalState): JournaledExperiment {
  return head.about as unknown as JournaledExperiment;
}

/** Lists the runs of an experiment in the order of the spec. */
export function listWatched({ experiment }: JournaledExperiment): WatchedRun[] {
  const variants = Object.keys(experiment.variants);
  const runs = listRuns(experiment).map(({ name, variant, seed }) => ({
    name,
    variant,
    seed,
    index: variants.indexOf(variant),
    training: `train-gan/${name}`,
    evaluation: `evaluate/${name}`,
  }));
  return runs.sort((one, other) => one.index - other.index || one.seed - other.seed)
    .map((run, place) => ({ ...run, place }));
}

/** What a watched page tells of a run, from its journal. */
export function toLiveFacts(
  state: JournalState,
  { runs, now }: { readonly runs: readonly WatchedRun[]; readonly now: number },
): LiveFacts {
  const { progress, keys, log } = state;
  const phase = findPhase(state);
  // The clock of a runner that is gone stands still.
  const at = phase === "running" ? now : state.lastAt;
  return {
    phase,
    runs: { done: runs.filter(({ evaluation }) => keys.has(evaluation)).length, all: runs.length },
    stages: { done: progress.ended.size, all: progress.total },
    leftMs: estimateLeft(progress, at),
    running: [...progress.running].map(([id, stage]) => {
      const pace = measurePace(stage);
      const elapsedMs = at - stage.startedAt;
      if (stage.last === undefined) return { id, elapsedMs };
      const { done, total, values = {} } = stage.last.progress;
      const told = { done, total, rate: pace?.rate ?? null, leftMs: pace?.leftMs ?? null, values };
      return { id, elapsedMs, progress: told };
    }),
    log,
  };
}

/** The history of a run as far as it was told, by column. */
export function toLiveRun(
  { variant, index, seed }: WatchedRun,
  series: readonly ToldValues[],
): LiveRun {
  const names = [...new Set(series.flatMap(({ values }) => Object.keys(values)))];
  const columns = names.map((name) => [name, series.map(({ values }) => values[name] ?? NaN)]);
  const history = { step: series.map(({ done }) => done), ...Object.fromEntries(columns) };
  return { variant, index, seed, history };
}
