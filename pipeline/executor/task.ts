import type { JsonObject } from "../canonical.ts";
import type { StageProgress, StageReturn } from "../stage.ts";

/** What a stage's own process is told, as `task.json` in its folder. */
export interface Task {
  readonly id: string;
  /** File URL of the module that exports `run`. */
  readonly module: string;
  readonly params: JsonObject;
  /** Paths by input name. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  /** Paths by artifact name. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly checkpointPath: string;
}

/** One line that a stage's process writes on stdout. */
export type Message =
  | { readonly type: "progress"; readonly progress: StageProgress }
  | { readonly type: "return"; readonly value: StageReturn; readonly rssBytes: number }
  | { readonly type: "error"; readonly message: string };
