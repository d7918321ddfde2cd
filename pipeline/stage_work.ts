import type { JsonObject } from "./canonical.ts";
import type { CodeCheck } from "./code_check.ts";
import type { Executor } from "./executor/executor.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { PlannedStage } from "./plan.ts";
import type { StageKind, StageNode, StageProgress } from "./stage.ts";
import type { Store } from "./store/store.ts";

/** What running one stage needs. */
export interface StageWork {
  readonly stage: StageNode;
  readonly kind: StageKind;
  readonly key: string;
  readonly experiment: string;
  readonly fingerprint: Fingerprint;
  readonly code: CodeCheck;
  /** Results of the stages that it reads from. */
  readonly before: ReadonlyMap<string, PlannedStage>;
  readonly store: Store;
  readonly executor: Executor;
  readonly environment: Readonly<Record<string, string>>;
  readonly host: JsonObject;
  readonly onProgress: (progress: StageProgress) => void;
  readonly onLog: (message: string) => void;
  /** Stops the stage when it fires. */
  readonly signal: AbortSignal;
  /** Stops it at once. */
  readonly urgentSignal: AbortSignal;
}
