import type { FailureRecord, StageRecord, StoredArtifact } from "./record.ts";

/** Where an attempt at a stage works. */
export interface Attempt {
  /** A new folder of its own. */
  readonly folder: string;
  /** A file that survives the attempt, kept by the stage's key. */
  readonly checkpointPath: string;
  /** Removes the folder. */
  close(): Promise<void>;
}

/** Keeps artifacts by digest and records by key. */
export interface Store {
  /** Reads the record of a key; null if there is none. */
  readRecord(key: string): Promise<StageRecord | null>;
  /** Name of the first artifact of a record that is gone or of another size; null if all are there. */
  findMissing(record: StageRecord): Promise<string | null>;
  /** The file of an artifact, to read. */
  locate(digest: string): string;
  /**
   * Hashes an artifact again. A damaged one is moved out of the way with its record, so that it is computed anew.
   *
   * @param artifact The artifact.
   * @param key Key of its record.
   * @param options `copyTo` names a new file that gets the bytes that were hashed; of a damaged artifact, it is removed.
   * @throws {DamageError} Naming it.
   */
  verify(
    artifact: StoredArtifact,
    key: string,
    options?: { readonly copyTo?: string },
  ): Promise<void>;
  /** Opens a place to work on a key. */
  openAttempt(key: string): Promise<Attempt>;
  /**
   * Takes the outputs of an attempt in, then writes the record: it exists with all its artifacts, or not at all.
   *
   * @returns The record that stands: this one, or that of another runner that was first.
   */
  commit(record: StageRecord, files: Readonly<Record<string, string>>): Promise<StageRecord>;
  /** Notes a failure beside the records. */
  writeFailure(failure: FailureRecord): Promise<void>;
  /** Key of the last record of each stage id of an experiment. */
  readIndex(experiment: string): Promise<Readonly<Record<string, string>>>;
  /** Replaces the index of an experiment. */
  writeIndex(experiment: string, keys: Readonly<Record<string, string>>): Promise<void>;
}

/** An artifact whose bytes are not those that were stored. */
export class DamageError extends Error {
  override readonly name = "DamageError";
  /** Key of the record whose artifact it is. */
  readonly key: string;

  constructor(message: string, key: string) {
    super(message);
    this.key = key;
  }
}
