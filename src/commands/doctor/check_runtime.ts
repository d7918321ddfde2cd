import { availableParallelism, cpus } from "node:os";
import type { Check } from "./check.ts";
import { formatBytes } from "../../engine/library/format_bytes.ts";

/** The Deno that the tests run on; the first one known to work is the same minor version. */
const DENO_VERSION = "2.9.6";
/** What a stage that trains may use at its peak, and Deno and the runner beside it. */
const WANTED_MEMORY_BYTES = 3e9;

/**
 * Deno, threads and memory.
 *
 * @param versions Version of Deno, and memory in bytes; this process's unless given.
 */
export function checkRuntime(
  { deno = Deno.version.deno, memory = Deno.systemMemoryInfo() }: {
    deno?: string;
    memory?: Pick<Deno.SystemMemoryInfo, "available" | "total">;
  } = {},
): Check[] {
  const threads = availableParallelism();
  return [
    {
      name: "deno",
      ...(isOlder(deno, DENO_VERSION)
        ? {
          status: "warn",
          value: `${deno}, older than ${DENO_VERSION}`,
          cure: `deno upgrade ${DENO_VERSION}, or npx -y deno@${DENO_VERSION}`,
        }
        : { status: "ok", value: deno }),
    },
    {
      name: "threads",
      status: "ok",
      value: `${threads}, ${
        cpus()[0]?.model ?? "unknown processor"
      }: up to ${threads} stages at once`,
    },
    {
      name: "memory",
      value: `${formatBytes(memory.available)} of ${formatBytes(memory.total)} available`,
      ...(memory.available < WANTED_MEMORY_BYTES
        ? { status: "warn", cure: "close other programs: a training may need 2 GB" }
        : { status: "ok" }),
    },
  ];
}

function isOlder(version: string, wanted: string): boolean {
  const [parts, wantedParts] = [version, wanted].map((text) => text.split(/[.+-]/).map(Number));
  // Another patch level is as good.
  for (const index of [0, 1]) {
    if (parts[index] !== wantedParts[index]) return parts[index] < wantedParts[index];
  }
  return false;
}
