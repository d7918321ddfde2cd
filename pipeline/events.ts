import type { PlannedStage } from "./plan.ts";
import type { StageProgress, StageStatus } from "./stage.ts";

/** What a run tells while it goes on. */
export type RunEvent =
  | { readonly type: "planned"; readonly stages: readonly PlannedStage[] }
  | { readonly type: "stage-started"; readonly id: string; readonly reason: string }
  | { readonly type: "stage-progress"; readonly id: string; readonly progress: StageProgress }
  | {
    readonly type: "stage-finished";
    readonly id: string;
    readonly status: StageStatus;
    readonly elapsedMs: number;
    readonly reason: string;
    /** Key of its record; null if it has none. */
    readonly key: string | null;
  }
  | { readonly type: "log"; readonly message: string };

/** Hears events. */
export type EventListener = (event: RunEvent) => void;
