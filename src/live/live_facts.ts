/** Where a run stands. `waiting`: none was ever begun; `gone`: its runner was killed. */
export type LivePhase = "waiting" | "running" | "gone" | "complete" | "incomplete" | "stopped";

/** A stage under way. */
export interface LiveStage {
  readonly id: string;
  readonly elapsedMs: number;
  /** How far it is, once it has told. */
  readonly progress?: {
    readonly done: number;
    readonly total: number;
    /** Units a second; null until it is known. */
    readonly rate: number | null;
    readonly leftMs: number | null;
    readonly values: Readonly<Record<string, number>>;
  };
}

/** A run in training, or trained and not yet in the report. */
export interface LiveRun {
  readonly variant: string;
  /** Place of the variant in the spec, from 0. */
  readonly index: number;
  readonly seed: number;
  /** Columns of its history so far, thinned, by name; `step` among them. */
  readonly history: Readonly<Record<string, readonly number[]>>;
}

/** The newest samples of a run. */
export interface LivePreview {
  readonly variant: string;
  readonly index: number;
  readonly seed: number;
  readonly step: number;
  /** A `data:` address of a PNG. */
  readonly source: string;
  /** Whether the picture is in colour, and shown as it is. */
  readonly isColour: boolean;
}

/** Everything that a watched page shows above its report. */
export interface LiveFacts {
  readonly phase: LivePhase;
  /** Runs that are in the report, and all. */
  readonly runs: { readonly done: number; readonly all: number };
  readonly stages: { readonly done: number; readonly all: number };
  /** How long the run still takes; null where nothing is known. */
  readonly leftMs: number | null;
  readonly running: readonly LiveStage[];
  /** Newest last. */
  readonly log: readonly { readonly at: number; readonly message: string }[];
}
