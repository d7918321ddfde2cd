import { estimateLeft, formatProgress, measurePace } from "../../../pipeline/progress/mod.ts";
import type { StageProgress } from "../../../pipeline/mod.ts";
import type { FoundJournal } from "./list_journals.ts";

/** A run under way, for programs. */
export interface RunStatus {
  readonly experiment: string;
  /** `gone`: its runner was killed, and another run goes on from its checkpoints. */
  readonly phase: "running" | "gone";
  /** Stages that have ended, and all of them. */
  readonly ended: number;
  readonly total: number;
  /** How long it still takes; null where nothing is known yet. */
  readonly leftMs: number | null;
  readonly running: readonly ({
    readonly id: string;
    /** Units a second. */
    readonly rate: number | null;
  } & Partial<Pick<StageProgress, "done" | "total" | "unit" | "values">>)[];
}

/** What is known of the runs that go on, or were killed. */
export function describeRuns(journals: readonly FoundJournal[], now: number): RunStatus[] {
  return journals.flatMap(({ experiment, phase, state: { progress } }) => {
    if (phase !== "running" && phase !== "gone") return [];
    const { ended, total, running } = progress;
    return [{
      experiment,
      phase,
      ended: ended.size,
      total,
      leftMs: phase === "gone" ? null : estimateLeft(progress, now),
      running: [...running].map(([id, stage]) => ({
        id,
        rate: measurePace(stage)?.rate ?? null,
        ...stage.last?.progress,
      })),
    }];
  });
}

/** The same as lines for a person. */
export function formatRuns(
  journals: readonly FoundJournal[],
  { now, columns }: { readonly now: number; readonly columns: number },
): string[] {
  return journals.flatMap(({ experiment, phase, state }) => {
    if (phase === "gone") {
      const since = new Date(state.lastAt).toISOString();
      return [
        `${experiment}: its runner was killed after ${since}; run it again to go on from there`,
      ];
    }
    if (phase !== "running") return [];
    const [head, ...stages] = formatProgress(state.progress, now, columns);
    return [`${experiment}: ${head}`, ...stages];
  });
}
