import type { ExecutionResult } from "./executor/executor.ts";
import type { StageWork } from "./stage_work.ts";
import type { Attempt } from "./store/store.ts";

/**
 * Runs the process of a stage. Its code is checked at its first report of progress, by which it is loaded, so that an edit
 * costs no training that was under way; a stage that reports nothing is checked at its end.
 *
 * @param work The stage.
 * @param attempt Where it works.
 * @param places Paths of its inputs and outputs by name.
 * @returns How it ended; `edited` if its code was another than what was planned.
 */
export async function executeStage(
  work: StageWork,
  attempt: Attempt,
  places: {
    readonly inputs: Readonly<Record<string, string>>;
    readonly outputs: Readonly<Record<string, string>>;
  },
): Promise<ExecutionResult | { readonly status: "edited" }> {
  const { stage, kind, environment, signal, urgentSignal } = work;
  let check: Promise<boolean> | undefined;
  const checkCode = () => check ??= work.code.isSame(kind, work.fingerprint);
  const execution = work.executor.submit(kind, {
    id: stage.id,
    module: kind.module,
    params: stage.params,
    environment,
    checkpointPath: attempt.checkpointPath,
    ...places,
  }, {
    folder: attempt.folder,
    onProgress: (progress) => {
      if (check === undefined) checkCode().then((isSame) => isSame || execution.stop());
      work.onProgress(progress);
    },
  });
  const [stop, kill] = [() => execution.stop(), () => execution.kill()];
  signal.addEventListener("abort", stop);
  urgentSignal.addEventListener("abort", kill);
  if (signal.aborted) stop();
  if (urgentSignal.aborted) kill();
  try {
    const result = await execution.result;
    const isEdited = !await checkCode() && result.status !== "failed" && !signal.aborted;
    return isEdited ? { status: "edited" } : result;
  } finally {
    signal.removeEventListener("abort", stop);
    urgentSignal.removeEventListener("abort", kill);
  }
}
