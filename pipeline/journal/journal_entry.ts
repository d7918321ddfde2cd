import type { JsonObject } from "../canonical.ts";
import type { RunEvent } from "../events.ts";
import type { ProgressEvent } from "../progress/progress_state.ts";
import type { StageStatus } from "../stage.ts";

/** A stage of the plan that a run began with. */
export interface JournaledStage {
  readonly id: string;
  readonly kind: string;
  readonly status: StageStatus;
  /** Key of a cached stage, and of one whose inputs are known. */
  readonly key: string | null;
  /** The time that a cached stage once took. */
  readonly record: { readonly elapsedMs: number } | null;
}

/** First entry of each run: what is run, and by whom. */
export interface JournalHead {
  readonly type: "opened";
  readonly schema: 1;
  /** Random: no two runs have the same. */
  readonly run: string;
  /** `<host>-<process id>-` of the runner. */
  readonly owner: string;
  /** Whatever those who follow need to know of the experiment. */
  readonly about: JsonObject;
  readonly stages: readonly JournaledStage[];
}

/** Last entry of a run that came to its end. */
export interface JournalEnd {
  readonly type: "closed";
  /** `incomplete` where a stage failed, `stopped` where it was interrupted or gave up. */
  readonly outcome: "complete" | "incomplete" | "stopped";
  /** Whether the view of the experiment shows what this run found. */
  readonly isPublished: boolean;
}

/** What a run told, thinned. */
export type JournaledEvent = Exclude<ProgressEvent, { readonly type: "planned" }> | {
  /** A new file of what a stage has so far; the newest one alone is kept. */
  readonly type: "preview";
  readonly id: string;
  /** How far the stage was. */
  readonly done: number;
};

/** What a line of the journal tells. */
export type JournalFact = JournalHead | JournalEnd | JournaledEvent;

/** A line of the journal. */
export type JournalEntry = JournalFact & {
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** Name of the folder, in the view of an experiment, that its journal lies in. */
export const JOURNAL_FOLDER = "live";
/** Name of the journal in it. */
export const JOURNAL_FILE = "journal.jsonl";

/** Name of the file, in the folder of a journal, that what a stage has made so far is in. */
export function namePreview(id: string): string {
  return `${id}.preview`;
}

/** The stages of a plan as a journal keeps them. */
export function toJournaledStages(
  stages: Extract<RunEvent, { readonly type: "planned" }>["stages"],
): JournaledStage[] {
  return stages.map(({ id, kind, status, key, record }) => ({
    id,
    kind,
    status,
    key,
    record: record === null ? null : { elapsedMs: record.elapsedMs },
  }));
}
