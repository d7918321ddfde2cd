import { cpus } from "node:os";

/** Where and with what a table was measured. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** Threads of every competitor. */
  readonly threads: number;
  readonly memoryGiB: number;
  readonly system: string;
  /** By program or package. */
  readonly versions: Readonly<Record<string, string>>;
  /** When, as the machine says, in UTC. */
  readonly measuredAt: string;
}

/**
 * Describes this machine.
 *
 * @param threads Threads of every competitor.
 * @param versions Versions of what competes, besides Deno.
 */
export function describeMachine(
  threads: number,
  versions: Readonly<Record<string, string>>,
): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: navigator.hardwareConcurrency,
    threads,
    memoryGiB: Math.round(Deno.systemMemoryInfo().total / 2 ** 30),
    system: `${Deno.build.os} ${Deno.build.arch}`,
    versions: { deno: Deno.version.deno, ...versions },
    measuredAt: new Date().toISOString(),
  };
}
