import { join } from "node:path";
import {
  INTERRUPTED,
  type JsonObject,
  type RunEvent,
  type StageResult,
} from "../../../pipeline/mod.ts";
import { JOURNAL_FOLDER, RunJournal } from "../../../pipeline/journal/mod.ts";
import type { Experiment } from "../../experiment/mod.ts";
import { describeCommand } from "../describe_command.ts";
import type { CommandOptions } from "../options.ts";
import type { PreparedExperiment } from "../prepare.ts";

/** What those who follow a run know of its experiment. */
export interface JournaledExperiment {
  readonly viewName: string;
  readonly experiment: Experiment;
  readonly mnistFiles?: PreparedExperiment["mnistFiles"];
  /** What repeats the run, and what checks it. */
  readonly command: string;
  readonly verifyCommand: string;
}

/** Keeps the journal of a run, if it has anything to do. */
export interface RunNotes {
  readonly note: (event: RunEvent) => void;
  /** Ends it with the results; with none if the run gave up. */
  close(results: readonly StageResult[] | null, isPublished: boolean): void;
}

/** The folder in a results folder that the journal of an experiment lies in. */
export function locateJournal(results: string, viewName: string): string {
  return join(results, viewName, JOURNAL_FOLDER);
}

/** Opens the journal of a run. A run without work leaves none, unless it has to end that of one before. */
export function journalRun(prepared: PreparedExperiment, options: CommandOptions): RunNotes {
  const { results, viewName, experiment, mnistFiles, plan } = prepared;
  const folder = locateJournal(results, viewName);
  const hasWork = plan.some(({ status }) => status !== "cached" && status !== "skipped");
  const about: JournaledExperiment = {
    viewName,
    experiment,
    ...(mnistFiles === undefined ? {} : { mnistFiles }),
    ...describeCommand(options),
  };
  const journal = hasWork || RunJournal.isOpen(folder)
    ? RunJournal.open(folder, about as unknown as JsonObject, plan)
    : null;
  return {
    note: (event) => journal?.note(event),
    close: (ended, isPublished) => journal?.close(judge(ended), isPublished),
  };
}

function judge(results: readonly StageResult[] | null): "complete" | "incomplete" | "stopped" {
  if (results === null || results.some(({ reason }) => reason === INTERRUPTED)) return "stopped";
  return results.some(({ status }) => status === "failed") ? "incomplete" : "complete";
}
