const GRACE_MS = 5_000;

/**
 * A process with all that it has started: on systems that have sessions, it leads one, so that no keystroke reaches it and
 * none of its own is left when it is gone. What starts a session itself gets away.
 */
export class ProcessGroup {
  readonly #child: Deno.ChildProcess;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param child Spawned with `detached` where {@linkcode HAS_SESSIONS}. */
  constructor(child: Deno.ChildProcess) {
    this.#child = child;
    // Whatever it has left.
    child.status.finally(() => this.#signal("SIGKILL"));
  }

  /** Asks all of them to end, and makes them after a grace time. */
  stop(): void {
    this.#signal("SIGTERM");
    this.#timer ??= setTimeout(() => this.#signal("SIGKILL"), GRACE_MS);
    this.#child.status.finally(() => clearTimeout(this.#timer));
  }

  /** Ends all of them at once. */
  kill(): void {
    this.#signal("SIGKILL");
  }

  #signal(signal: Deno.Signal): void {
    try {
      if (HAS_SESSIONS) Deno.kill(-this.#child.pid, signal);
      else this.#child.kill(signal);
    } catch (error) {
      // They had ended by themselves.
      if (!isGone(error)) throw error;
    }
  }
}

/** Whether a process can lead a session. */
export const HAS_SESSIONS = Deno.build.os !== "windows";

function isGone(error: unknown): boolean {
  return error instanceof TypeError || error instanceof Deno.errors.NotFound ||
    (error as { code?: string }).code === "ESRCH";
}
