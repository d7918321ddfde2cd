import type { StageKind, StageProgress, StageReturn } from "../stage.ts";
import type { Task } from "./task.ts";

/** How a stage's process ended. */
export type ExecutionResult =
  | {
    readonly status: "done";
    readonly value: StageReturn;
    readonly peakRssBytes: number;
    /** What it printed, capped. */
    readonly log?: string;
  }
  | {
    readonly status: "failed";
    /** Why, in one line. */
    readonly reason: string;
    /** What it printed, capped. */
    readonly log: string;
    /** The last lines of that. */
    readonly lastLines: string;
    /** Whether memory ran out. */
    readonly isOutOfMemory: boolean;
    /** The most that it was seen to have, shortly before its end. */
    readonly peakRssBytes: number;
  }
  | { readonly status: "stopped" };

/** A stage under way. */
export interface Execution {
  readonly result: Promise<ExecutionResult>;
  /** Asks the stage to end, and makes it after a grace time. */
  stop(): void;
  /** Ends the stage at once. */
  kill(): void;
}

/** Where stages run. */
export interface Executor {
  /**
   * Starts a stage.
   *
   * @param kind Says what it may do, and for how long.
   * @param task What it does.
   * @param options The folder that it may write to, and who hears of its progress.
   */
  submit(kind: StageKind, task: Task, options: {
    readonly folder: string;
    readonly onProgress: (progress: StageProgress) => void;
  }): Execution;
}
