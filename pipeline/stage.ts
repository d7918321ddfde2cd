import type { JsonObject } from "./canonical.ts";

/**
 * Where a stage stands. `missing`: never run. `stale`: run before, but something that it depends on
 * has changed. `cached`: its result is in the store. `blocked`: a stage that it needs has failed.
 * `skipped`: not asked for, or not started. `diverged`: done, and the result is that it diverged.
 */
export type StageStatus =
  | "missing"
  | "stale"
  | "cached"
  | "running"
  | "done"
  | "failed"
  | "blocked"
  | "skipped"
  | "diverged";

/** An artifact of another stage. */
export interface ArtifactReference {
  readonly stage: string;
  readonly artifact: string;
}

/** A file from outside the store; its content is pinned. */
export interface PinnedFile {
  readonly path: string;
  /** SHA-256, 64 lower-case hex digits. */
  readonly digest: string;
}

/** One piece of work in a graph. */
export interface StageNode {
  /** Unique in its graph, such as `train-gan/vanilla/seed=1`. */
  readonly id: string;
  readonly kind: string;
  readonly params: JsonObject;
  readonly inputs: Readonly<Record<string, ArtifactReference>>;
  readonly files?: Readonly<Record<string, PinnedFile>>;
}

/** What a kind's stages may do beyond reading their inputs and writing their outputs. */
export interface StagePermissions {
  /** Load native libraries. Native code is not held by Deno's other permissions. */
  readonly ffi?: boolean;
  /** Read the environment, which holds what the caller gave and nothing else. */
  readonly env?: boolean;
  readonly sys?: boolean;
  /** Read the files of installed packages; importing them needs no permission. */
  readonly packages?: boolean;
}

/** What a stage of a kind takes of the machine. */
export interface StageResources {
  readonly threads: number;
  /** The most that it keeps in memory. */
  readonly memoryMb: number;
  /** What a user may lower when there is not enough memory, such as `batchSize`. */
  readonly lowers?: string;
  /** Slots on a graphics card, when the run has any: 1 for a stage that computes there. */
  readonly gpu?: number;
  /** What a stage may write, its checkpoint included, or how that is told from its params; nothing worth counting unless given. */
  readonly diskMb?: number | ((params: JsonObject) => number);
}

/** What all stages of a kind have in common. */
export interface StageKind {
  readonly kind: string;
  /** File URL of the module that exports `run(context)`. */
  readonly module: string;
  /** File name of each artifact, by artifact name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Artifacts that differ from run to run, as those that record time. */
  readonly volatile?: readonly string[];
  readonly resources: StageResources;
  /**
   * Whether garbage is collected early: for stages that make many short-lived objects around native code, whose memory
   * then stays flat.
   */
  readonly leanHeap?: boolean;
  readonly permissions: StagePermissions;
  /** The longest that a stage may go without a report of progress before it counts as hung; no limit unless given. */
  readonly timeoutMs?: number;
  /** Parts of messages of failures that pass by themselves: after one of those a stage is tried again, twice at most. */
  readonly transient?: readonly string[];
}

/** How far a stage is. */
export interface StageProgress {
  readonly done: number;
  readonly total: number;
  /** What is counted, in the plural, such as `steps`. */
  readonly unit: string;
  readonly note?: string;
  /** The newest numbers by name, such as losses, for those who watch. */
  readonly values?: Readonly<Record<string, number>>;
  /** A file of what the stage has made so far, in base64, where that is another than told before. */
  readonly preview?: string;
}

/** What a stage's `run` is called with. */
export interface StageContext<P = JsonObject> {
  readonly id: string;
  readonly params: P;
  /** Path to read, by the name of an input or a pinned file. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Names the file that an artifact is to be written to.
   *
   * @throws {RangeError} If the kind declares no such artifact.
   */
  output(artifact: string): string;
  /**
   * A file that survives a kill, in a folder that no other work shares. Write it under another name there
   * and rename it, so that a kill cannot tear it. Make the folder again if it is gone: another attempt
   * at the same work may have ended. The folder goes when the stage is done.
   */
  readonly checkpointPath: string;
  /**
   * Tells how far the stage is, and lets it hear that its runner is gone. By the first report a stage has imported all of
   * its code.
   */
  progress(report: StageProgress): Promise<void>;
}

/** What a stage's `run` gives back beside its files. */
export type StageReturn =
  | { readonly diverged?: string; readonly facts?: JsonObject }
  | void;
