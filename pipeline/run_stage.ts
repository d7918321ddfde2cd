import { join } from "node:path";
import { executeStage } from "./execute_stage.ts";
import type { ExecutionResult } from "./executor/executor.ts";
import { digestInputs } from "./plan.ts";
import type { StageConflict } from "./run_state.ts";
import type { StageKind } from "./stage.ts";
import type { StageWork } from "./stage_work.ts";
import type { StageRecord, StoredArtifact } from "./store/record.ts";
import type { Attempt } from "./store/store.ts";
import { verifyFiles } from "./verify_files.ts";

const MOST_RETRIES = 2;
const RETRY_AFTER_MS = 1_000;

/** How it ended. */
export type StageOutcome =
  | {
    readonly status: "done" | "diverged";
    /** The record that stands, which another runner may have written first. */
    readonly record: StageRecord;
    readonly conflict?: StageConflict;
  }
  | {
    readonly status: "failed";
    readonly reason: string;
    /** Whether that may pass by itself. */
    readonly isTransient: boolean;
  }
  | { readonly status: "stopped" };

/**
 * Runs one stage: hashes its inputs, runs it in a folder of its own, hashes inputs and outputs, and commits. After a
 * failure that its kind says may pass, it is tried again.
 *
 * @throws {DamageError} When an input's bytes are not those that were stored.
 */
export async function runStage(work: StageWork): Promise<StageOutcome> {
  for (let retries = 0;; retries++) {
    const outcome = await tryStage(work);
    const mayPass = outcome.status === "failed" && outcome.isTransient;
    if (!mayPass || retries === MOST_RETRIES || work.signal.aborted) return outcome;
    work.onLog(`${outcome.reason}\nThis may pass: "${work.stage.id}" is tried again`);
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS * (retries + 1)));
  }
}

async function tryStage(work: StageWork): Promise<StageOutcome> {
  const startedAt = new Date();
  await verifyInputs(work);
  const attempt = await work.store.openAttempt(work.key);
  try {
    const outputs = locateOutputs(work.kind, attempt);
    const result = await executeStage(work, attempt, { inputs: locateInputs(work), outputs });
    if (result.status === "stopped") return result;
    if (result.status === "edited") {
      const reason = "its code was edited before it was loaded, so that its result has no key. " +
        "Run again: the plan is made anew";
      return fail(work, reason);
    }
    const log = result.log ?? "";
    const logPath = log === "" ? null : await work.store.writeLog(work.key, startedAt, log);
    const ending = { startedAt, elapsedMs: Date.now() - startedAt.getTime(), logPath };
    if (result.status === "failed") {
      const reason = result.isOutOfMemory ? explainMemory(work.kind, result) : result.reason;
      return await noteFailure(work, { ...ending, reason, log: result.lastLines });
    }
    await verifyInputs(work);
    const artifacts = await hashOutputs(work.kind, attempt);
    if (typeof artifacts === "string") {
      return await noteFailure(work, { ...ending, reason: artifacts, log: "" });
    }
    return await commit(work, makeRecord(work, { result, artifacts, ...ending }), outputs);
  } finally {
    await attempt.close();
  }
}

function makeRecord(
  work: StageWork,
  { result, artifacts, startedAt, elapsedMs }: {
    readonly result: ExecutionResult & { readonly status: "done" };
    readonly artifacts: Readonly<Record<string, StoredArtifact>>;
    readonly startedAt: Date;
    readonly elapsedMs: number;
  },
): StageRecord {
  const { diverged, facts = {} } = result.value ?? {};
  return {
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
    outputs: artifacts,
    outcome: diverged === undefined ? "done" : "diverged",
    ...(diverged === undefined ? {} : { detail: diverged }),
    facts,
    host: work.host,
    startedAt: startedAt.toISOString(),
    elapsedMs,
    peakRssBytes: result.peakRssBytes,
  };
}

async function commit(
  { store, kind }: StageWork,
  own: StageRecord,
  files: Readonly<Record<string, string>>,
): Promise<StageOutcome> {
  const { volatile = [] } = kind;
  const { record, differing } = await store.commit(own, files, { volatile });
  if (differing.length === 0) return { status: record.outcome, record };
  return {
    status: record.outcome,
    record,
    conflict: { artifacts: differing, outputs: own.outputs },
  };
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

function locateOutputs(kind: StageKind, attempt: Attempt): Record<string, string> {
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
  { startedAt, elapsedMs, reason, log, logPath }: {
    readonly startedAt: Date;
    readonly elapsedMs: number;
    readonly reason: string;
    /** Last lines. */
    readonly log: string;
    readonly logPath: string | null;
  },
): Promise<StageOutcome> {
  await work.store.writeFailure({
    schema: 2,
    key: work.key,
    id: work.stage.id,
    experiment: work.experiment,
    reason,
    log,
    startedAt: startedAt.toISOString(),
    elapsedMs,
  });
  const lines = log === "" ? [] : [log];
  const place = logPath === null ? [] : [`All that it printed: ${logPath}`];
  return fail(work, [reason, ...lines, ...place].join("\n"));
}

function fail({ stage, kind }: StageWork, reason: string): StageOutcome {
  const { transient = [] } = kind;
  return {
    status: "failed",
    reason: `Cannot run "${stage.id}": ${reason}`,
    isTransient: transient.some((part) => reason.includes(part)),
  };
}
