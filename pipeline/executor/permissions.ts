import { dirname, join } from "node:path";
import { EnvironmentError } from "../environment_error.ts";
import type { StageKind } from "../stage.ts";
import type { Task } from "./task.ts";

/** Linux takes no argument of 128 KiB or more. */
const MOST_BYTES = 100_000;

/**
 * The least permissions that let a stage do its work, as arguments of `deno run`. No network, no other programs, and no
 * file but its inputs, or of more of these than a command line has room for, but their folders; with `ffi`, the native
 * library is trusted code that Deno cannot hold.
 *
 * @param kind What the kind declares.
 * @param task Its inputs and outputs.
 * @param places The attempt's folder, and the project's.
 * @returns Arguments.
 */
export function listPermissions(
  kind: StageKind,
  task: Task,
  places: { folder: string; projectRoot: string },
): string[] {
  const checkpoints = dirname(task.checkpointPath);
  const own = [places.folder, checkpoints], inputs = Object.values(task.inputs);
  const isLong = measureBytes([...own, ...inputs]) > MOST_BYTES;
  const readable = [...own, ...(isLong ? inputs.map((path) => dirname(path)) : inputs)];
  if (kind.permissions.packages) readable.push(join(places.projectRoot, "node_modules"));
  return [
    "--no-prompt",
    `--allow-read=${joinPaths(readable)}`,
    `--allow-write=${joinPaths([places.folder, checkpoints])}`,
    // Reading through a pointer needs the permission whole: Deno knows no path of a pointer.
    ...(kind.permissions.ffi ? ["--allow-ffi"] : []),
    ...(kind.permissions.env ? ["--allow-env"] : []),
    ...(kind.permissions.sys ? ["--allow-sys"] : []),
  ];
}

function measureBytes(paths: readonly string[]): number {
  return new TextEncoder().encode(paths.join(",")).length;
}

/** @throws {EnvironmentError} For a path with a comma, which divides paths in Deno's options. */
function joinPaths(paths: readonly string[]): string {
  const divided = paths.find((path) => path.includes(","));
  if (divided !== undefined) {
    throw new EnvironmentError(
      `Cannot run a stage with the path "${divided}": it has a comma. A folder without one is wanted`,
    );
  }
  return [...new Set(paths)].join(",");
}
