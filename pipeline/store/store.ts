import type { FileDigest } from "../digest.ts";
import type { FailureRecord, StageRecord, StoredArtifact } from "./record.ts";

/** Where an attempt at a stage works. */
export interface Attempt {
  /** A new folder of its own. */
  readonly folder: string;
  /** A file that survives the attempt, kept by the stage's key. */
  readonly checkpointPath: string;
  /** Hashes a file of the folder; null if there is no regular file of that name. */
  digest(file: string): Promise<FileDigest | null>;
  /** Removes the folder. */
  close(): Promise<void>;
}

/** A key that one runner alone works on. */
export interface KeyHold {
  /** Lets go of the key. */
  release(): void;
}

/** How a result was taken in. */
export interface Commit {
  /** The record that stands: the one given, or that of another runner that was first. */
  readonly record: StageRecord;
  /** Artifacts in which the result differs from the one that stands, where it should not; it is kept as evidence. */
  readonly differing: readonly string[];
}

/** What planning asks of a store. */
export interface RecordReader {
  /** Reads the record of a key; null if there is none. */
  readRecord(key: string): Promise<StageRecord | null>;
  /** Name of the first artifact of a record that is gone or of another size; null if all are there. */
  findMissing(record: StageRecord): Promise<string | null>;
  /** Key of the last record of each stage id of an experiment. */
  readIndex(experiment: string): Promise<Readonly<Record<string, string>>>;
}

/** Keeps artifacts by digest and records by key. */
export interface Store extends RecordReader {
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
  /**
   * Takes a key for this runner, so that no two do the same work. Whoever ignores it costs time and nothing else: the
   * first record stands.
   *
   * @returns The hold, or null if another runner that lives has it.
   */
  tryHold(key: string): Promise<KeyHold | null>;
  /** Opens a place to work on a key. */
  openAttempt(key: string): Promise<Attempt>;
  /**
   * Takes the outputs of an attempt in, then writes the record: it exists with all its artifacts, or not at all.
   *
   * @param options Artifacts that may differ from run to run.
   */
  commit(
    record: StageRecord,
    files: Readonly<Record<string, string>>,
    options?: { readonly volatile?: readonly string[] },
  ): Promise<Commit>;
  /**
   * Keeps what a stage printed; of the logs of a key, the last few.
   *
   * @returns The file, or null if it cannot be written.
   */
  writeLog(key: string, startedAt: Date, text: string): Promise<string | null>;
  /** Notes a failure beside the records. */
  writeFailure(failure: FailureRecord): Promise<void>;
  /** Replaces the index of an experiment. */
  writeIndex(experiment: string, keys: Readonly<Record<string, string>>): Promise<void>;
  /** What the store found and mended since the last time, a sentence each. */
  takeNotes(): string[];
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
