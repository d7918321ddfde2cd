import { dirname, join } from "node:path";
import { EnvironmentError } from "../environment_error.ts";
import type { StageKind } from "../stage.ts";
import type { Task } from "./task.ts";

/**
 * The least permissions that let a stage do its work, as arguments of `deno run`. No network, no other programs, and no
 * file but its inputs; with `ffi`, the native library is trusted code that Deno cannot hold.
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
  const readable = [places.folder, checkpoints, ...Object.values(task.inputs)];
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
