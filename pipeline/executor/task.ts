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

/**
 * Begins each message on stdout, as in JSON text sequences (RFC 7464), so that nothing else that a stage prints is taken
 * for one.
 */
export const MESSAGE_MARK = "\x1e";

/** What a stage's process tells its runner: a line on stdout after {@linkcode MESSAGE_MARK}. */
export type Message =
  | { readonly type: "progress"; readonly progress: StageProgress }
  | { readonly type: "return"; readonly value: StageReturn; readonly rssBytes: number }
  | { readonly type: "error"; readonly message: string; readonly rssBytes: number };
