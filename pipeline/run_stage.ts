import { join } from "node:path";
import type { JsonObject } from "./canonical.ts";
import { digestFile } from "./digest.ts";
import type { Executor } from "./executor/executor.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { digestInputs, type PlannedStage } from "./plan.ts";
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
  | { readonly status: "done" | "diverged"; readonly record: StageRecord }
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
    const elapsedMs = Date.now() - startedAt.getTime();
    if (result.status === "failed") {
      const reason = result.isOutOfMemory ? explainMemory(work.kind, result) : result.reason;
      await noteFailure(work, { reason, log: result.log, startedAt, elapsedMs });
      const log = result.log === "" ? "" : `\n${result.log}`;
      return { status: "failed", reason: `Cannot run "${work.stage.id}": ${reason}${log}` };
    }
    await verifyInputs(work);
    const files = listOutputs(work.kind, attempt);
    const outputs = await hashOutputs(work.kind, files);
    if (typeof outputs === "string") {
      await noteFailure(work, { reason: outputs, log: "", startedAt, elapsedMs });
      return { status: "failed", reason: `Cannot run "${work.stage.id}": ${outputs}` };
    }
    const { diverged, facts = {} } = result.value ?? {};
    const outcome = diverged === undefined ? "done" : "diverged";
    const record: StageRecord = {
      schema: 2,
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
    return { status: outcome, record: await work.store.commit(record, files) };
  } finally {
    await attempt.close();
  }
}

async function execute(work: StageWork, attempt: Attempt) {
  const { stage, kind, environment, signal } = work;
  const execution = work.executor.submit(kind, {
    id: stage.id,
    module: kind.module,
    params: stage.params,
    inputs: locateInputs(work),
    environment,
    outputs: listOutputs(kind, attempt),
    checkpointPath: attempt.checkpointPath,
  }, { folder: attempt.folder, onProgress: work.onProgress });
  const stop = () => execution.stop();
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  try {
    return await execution.result;
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
  files: Readonly<Record<string, string>>,
): Promise<Record<string, StoredArtifact> | string> {
  const outputs: Record<string, StoredArtifact> = {};
  for (const [name, path] of Object.entries(files)) {
    const information = await Deno.lstat(path).catch(() => null);
    if (!information?.isFile) {
      return `it did not write its artifact "${name}" (${kind.outputs[name]})`;
    }
    outputs[name] = { ...await digestFile(path), file: kind.outputs[name] };
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
