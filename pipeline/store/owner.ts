import { hostname } from "node:os";
import { kill, pid } from "node:process";

const DAY_MS = 86_400_000;

/** This process, as names in `tmp/` begin: `<host>-<process id>`. */
export function nameOwner(): string {
  return `${nameHost()}-${pid}`;
}

/**
 * Whether whoever made an entry of `tmp/` is gone. A process of another machine cannot be asked: what it left goes after a
 * day.
 *
 * @param name Name of the entry.
 * @param modifiedAt When it was last changed, in milliseconds since 1970.
 */
export function isOrphan(name: string, modifiedAt: number): boolean {
  const [, host, process] = /^([^-]*)-(\d+)-/.exec(name) ?? [];
  if (host === nameHost()) return !isAlive(Number(process));
  return Date.now() - modifiedAt > DAY_MS;
}

function nameHost(): string {
  return hostname().replaceAll(/[^A-Za-z0-9.]/g, "_");
}

function isAlive(processId: number): boolean {
  try {
    kill(processId, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code !== "ESRCH";
  }
}
