/** Exit code of what Ctrl-C, or what counts as it, has ended. */
export const INTERRUPTED_CODE = 130;
/** How long stages that are killed, and the run that waits for them, have to end. */
const LAST_MS = 1_000;
/** One Ctrl-C comes twice where `deno task` hands on what the terminal has already told everybody. */
const ECHO_MS = 100;
/** SIGHUP among the signals that `/proc/<pid>/status` says are ignored. */
const HANGUP_BIT = 1n;

/** What stops a run from outside. */
export interface Interruption {
  /** Stages are asked to end, and keep their checkpoints. */
  readonly signal: AbortSignal;
  /** They are ended at once. */
  readonly urgentSignal: AbortSignal;
  /** Counts as Ctrl-C: nobody reads what is written any more. */
  readonly interrupt: () => void;
  /** Listens no longer. */
  close(): void;
}

/**
 * Listens for Ctrl-C, SIGTERM, and a terminal that is closed. The first stops the stages within their grace time, which
 * keep their checkpoints; the second at once. Under `nohup` a closed terminal stops nothing.
 */
export function listenForInterruption(): Interruption {
  const [calm, urgent] = [new AbortController(), new AbortController()];
  let interruptedAt = -Infinity;
  const interrupt = () => {
    const sinceMs = performance.now() - interruptedAt;
    interruptedAt = performance.now();
    if (!calm.signal.aborted) return calm.abort();
    if (sinceMs < ECHO_MS) return;
    urgent.abort();
    // What is under way may be no stage, but a download.
    Deno.unrefTimer(setTimeout(() => Deno.exit(INTERRUPTED_CODE), LAST_MS));
  };
  const signals: Deno.Signal[] = Deno.build.os === "windows"
    ? ["SIGINT"]
    : ["SIGINT", "SIGTERM", ...(ignoresHangup() ? [] : ["SIGHUP" as const])];
  for (const signal of signals) Deno.addSignalListener(signal, interrupt);
  return {
    signal: calm.signal,
    urgentSignal: urgent.signal,
    interrupt: () => calm.abort(),
    close: () => signals.forEach((signal) => Deno.removeSignalListener(signal, interrupt)),
  };
}

/** Whether this process was started to outlive its terminal. Only Linux tells. */
function ignoresHangup(): boolean {
  if (Deno.build.os !== "linux") return false;
  const mask = /^SigIgn:\s+([0-9a-f]+)$/m.exec(Deno.readTextFileSync("/proc/self/status"))?.[1];
  return mask !== undefined && (BigInt(`0x${mask}`) & HANGUP_BIT) !== 0n;
}
