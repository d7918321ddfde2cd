import { join } from "node:path";
import type { JsonObject } from "./canonical.ts";
import type { CodeCheck } from "./code_check.ts";
import type { ExecutionResult, Executor } from "./executor/executor.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { digestInputs, type PlannedStage } from "./plan.ts";
import type { StageConflict } from "./run_state.ts";
import type { StageKind, StageNode, StageProgress } from "./stage.ts";
import type { StageRecord, StoredArtifact } from "./store/record.ts";
import type { Attempt, Store } from "./store/store.ts";
import { verifyFiles } from "./verify_files.ts";

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
  /** Stops the stage when it fires. */
  readonly signal: AbortSignal;
}

/** How it ended. */
export type StageOutcome =
  | {
    readonly status: "done" | "diverged";
    /** The record that stands, which another runner may have written first. */
    readonly record: StageRecord;
    readonly conflict?: StageConflict;
  }
  | { readonly status: "failed"; readonly reason: string }
  | { readonly status: "stopped" };

/**
 * Runs one stage: hashes its inputs, runs it in a folder of its own, hashes inputs and outputs, and commits.
 *
 * @throws {DamageError} When an input's bytes are not those that were stored.
 */
export async function runStage(work: StageWork): Promise<StageOutcome> {
  const startedAt = new Date();
  await verifyInputs(work);
  const attempt = await work.store.openAttempt(work.key);
  try {
    const result = await execute(work, attempt);
    if (result.status === "stopped") return result;
    if (result.status === "edited") {
      const reason = `its code was edited before it was loaded, and what it did has no key. ` +
        `Run again: the plan is made anew`;
      return { status: "failed", reason: `Cannot run "${work.stage.id}": ${reason}` };
    }
    const elapsedMs = Date.now() - startedAt.getTime();
    if (result.status === "failed") {
      const reason = result.isOutOfMemory ? explainMemory(work.kind, result) : result.reason;
      await noteFailure(work, { reason, log: result.log, startedAt, elapsedMs });
      const log = result.log === "" ? "" : `\n${result.log}`;
      return { status: "failed", reason: `Cannot run "${work.stage.id}": ${reason}${log}` };
    }
    await verifyInputs(work);
    const files = listOutputs(work.kind, attempt);
    const outputs = await hashOutputs(work.kind, attempt);
    if (typeof outputs === "string") {
      await noteFailure(work, { reason: outputs, log: "", startedAt, elapsedMs });
      return { status: "failed", reason: `Cannot run "${work.stage.id}": ${outputs}` };
    }
    const { diverged, facts = {} } = result.value ?? {};
    const outcome = diverged === undefined ? "done" : "diverged";
    const record: StageRecord = {
      schema: 3,
      key: work.key,
      id: work.stage.id,
      experiment: work.experiment,
      kind: work.kind.kind,
      params: work.stage.params,
      inputs: digestInputs(work.stage, work.before) as Record<string, string>,
      fingerprint: work.fingerprint.digest,
      sources: work.fingerprint.sources,
      packages: work.fingerprint.packages,
      outputs,
      outcome,
      ...(diverged === undefined ? {} : { detail: diverged }),
      facts,
      host: work.host,
      startedAt: startedAt.toISOString(),
      elapsedMs,
      peakRssBytes: result.peakRssBytes,
    };
    return await commit(work, record, files);
  } finally {
    await attempt.close();
  }
}

async function commit(
  { store, kind }: StageWork,
  own: StageRecord,
  files: Readonly<Record<string, string>>,
): Promise<StageOutcome> {
  const { volatile = [] } = kind;
  const { record, differing } = await store.commit(own, files, { volatile });
  if (differing.length === 0) return { status: record.outcome, record };
  const digests = Object.entries(own.outputs).map(([name, { digest }]) => [name, digest]);
  const conflict = { artifacts: differing, digests: Object.fromEntries(digests) };
  return { status: record.outcome, record, conflict };
}

/**
 * Runs the stage's process. Its code is checked at its first report of progress, by which it is loaded, so that an edit
 * costs no training that was under way; a stage that reports nothing is checked at its end.
 */
async function execute(
  work: StageWork,
  attempt: Attempt,
): Promise<ExecutionResult | { readonly status: "edited" }> {
  const { stage, kind, environment, signal } = work;
  let check: Promise<boolean> | undefined;
  const checkCode = () => check ??= work.code.isSame(kind, work.fingerprint);
  const execution = work.executor.submit(kind, {
    id: stage.id,
    module: kind.module,
    params: stage.params,
    inputs: locateInputs(work),
    environment,
    outputs: listOutputs(kind, attempt),
    checkpointPath: attempt.checkpointPath,
  }, {
    folder: attempt.folder,
    onProgress: (progress) => {
      if (check === undefined) checkCode().then((isSame) => isSame || execution.stop());
      work.onProgress(progress);
    },
  });
  const stop = () => execution.stop();
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  try {
    const result = await execution.result;
    const isEdited = !await checkCode() && result.status !== "failed" && !signal.aborted;
    return isEdited ? { status: "edited" } : result;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function explainMemory(
  { resources: { memoryMb, lowers } }: StageKind,
  { reason, peakRssBytes }: { readonly reason: string; readonly peakRssBytes: number },
): string {
  // Only Linux tells of a process that is gone.
  const peak = peakRssBytes === 0
    ? "its peak is not known"
    : `its peak was ${Math.ceil(peakRssBytes / 2 ** 20)} MB`;
  const cure = lowers === undefined ? "Lower --jobs" : `Lower ${lowers}, or --jobs`;
  return `out of memory: ${peak}, where ${memoryMb} MB were planned for (${reason}). ${cure}`;
}

function locateInputs({ stage, before, store }: StageWork): Record<string, string> {
  const artifacts = Object.entries(stage.inputs).map(([name, input]) => {
    const { digest } = before.get(input.stage)!.record!.outputs[input.artifact];
    return [name, store.locate(digest)] as const;
  });
  const files = Object.entries(stage.files ?? {}).map(([name, { path }]) => [name, path] as const);
  return Object.fromEntries([...artifacts, ...files]);
}

async function verifyInputs({ stage, before, store }: StageWork): Promise<void> {
  for (const input of Object.values(stage.inputs)) {
    const record = before.get(input.stage)!.record!;
    await store.verify(record.outputs[input.artifact], record.key);
  }
  await verifyFiles([stage]);
}

function listOutputs(kind: StageKind, attempt: Attempt): Record<string, string> {
  return Object.fromEntries(
    Object.entries(kind.outputs).map(([name, file]) => [name, join(attempt.folder, file)]),
  );
}

/** The outputs with digests, or what is wrong with them. */
async function hashOutputs(
  kind: StageKind,
  attempt: Attempt,
): Promise<Record<string, StoredArtifact> | string> {
  const outputs: Record<string, StoredArtifact> = {};
  for (const [name, file] of Object.entries(kind.outputs)) {
    const found = await attempt.digest(file);
    if (found === null) return `it did not write its artifact "${name}" (${file})`;
    outputs[name] = { ...found, file };
  }
  return outputs;
}

async function noteFailure(
  work: StageWork,
  failure: { reason: string; log: string; startedAt: Date; elapsedMs: number },
): Promise<void> {
  await work.store.writeFailure({
    schema: 1,
    key: work.key,
    id: work.stage.id,
    experiment: work.experiment,
    reason: failure.reason,
    log: failure.log,
    startedAt: failure.startedAt.toISOString(),
    elapsedMs: failure.elapsedMs,
  });
}
