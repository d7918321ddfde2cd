/**
 * The runner: stages with keys, artifacts with digests, records in a store. It knows no GAN and no tensor.
 *
 * @module
 */
export { type JsonObject, type JsonValue, toCanonicalJson } from "./canonical.ts";
export { checkDiskSpace } from "./check_disk_space.ts";
export { checkMemory } from "./check_memory.ts";
export { digestData, digestFile, type FileDigest } from "./digest.ts";
export { EnvironmentError, explainEnvironment, withEnvironment } from "./environment_error.ts";
export type { EventListener, RunEvent } from "./events.ts";
export type { Execution, ExecutionResult, Executor } from "./executor/executor.ts";
export { LocalExecutor, type LocalExecutorOptions } from "./executor/local_executor.ts";
export type { Task } from "./executor/task.ts";
export type { Fingerprint } from "./fingerprint.ts";
export { readFingerprints, type ReadFingerprintsOptions } from "./fingerprint_cache.ts";
export { type Graph, listDependencies, orderGraph, selectKind } from "./graph.ts";
export { describeHost, findProcessor } from "./host.ts";
export { type Change, listChanges } from "./list_changes.ts";
export { KeyError } from "./key.ts";
export { type MachineMemory, measureMemory } from "./measure_memory.ts";
export { planGraph, type PlannedStage, type PlanOptions } from "./plan.ts";
export {
  formatSeconds,
  makePlainProgress,
  makeTerminalProgress,
  type ProgressWriter,
} from "./progress/mod.ts";
export { type Project, readProject } from "./project.ts";
export { runGraph, type RunOptions } from "./run.ts";
export { INTERRUPTED, type StageConflict, type StageResult } from "./run_state.ts";
export type { Slots } from "./slots.ts";
export type {
  ArtifactReference,
  PinnedFile,
  StageContext,
  StageKind,
  StageNode,
  StagePermissions,
  StageProgress,
  StageResources,
  StageReturn,
  StageStatus,
} from "./stage.ts";
export { DiskStore } from "./store/disk_store.ts";
export type { FailureRecord, StageRecord, StoredArtifact } from "./store/record.ts";
export {
  type Attempt,
  type Commit,
  DamageError,
  type KeyHold,
  type RecordReader,
  type Store,
} from "./store/store.ts";
export { verifyFiles } from "./verify_files.ts";
