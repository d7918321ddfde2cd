import { hostname } from "node:os";
import { kill, pid } from "node:process";

/** This process, as names in `tmp/` begin: `<host>-<process id>`. */
export function nameOwner(): string {
  return `${nameHost()}-${pid}`;
}

/**
 * Where whoever made an entry of `tmp/` is. A process of another machine cannot be asked.
 *
 * @param name Name of the entry.
 */
export function findOwner(name: string): "alive" | "gone" | "elsewhere" {
  const [, host, process] = /^([^-]*)-(\d+)-/.exec(name) ?? [];
  if (host !== nameHost()) return "elsewhere";
  return isAlive(Number(process)) ? "alive" : "gone";
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
