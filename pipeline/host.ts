import { cpus } from "node:os";
import type { JsonObject } from "./canonical.ts";
import { digestData } from "./digest.ts";

/**
 * Facts about this machine for the provenance of a result.
 *
 * @param lockText The lock file.
 * @returns System, processor, versions, and the lock file's digest.
 */
export function describeHost(lockText: string): JsonObject {
  return {
    os: Deno.build.os,
    architecture: Deno.build.arch,
    processor: findProcessor(),
    cores: cpus().length,
    deno: Deno.version.deno,
    v8: Deno.version.v8,
    lockDigest: digestData(lockText),
  };
}

/** Model of this machine's processor, or `unknown`. */
export function findProcessor(): string {
  return cpus()[0]?.model ?? "unknown";
}
