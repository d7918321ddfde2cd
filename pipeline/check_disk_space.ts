import { statfs } from "node:fs/promises";
import { EnvironmentError } from "./environment_error.ts";
import type { StageKind, StageNode } from "./stage.ts";

const BYTES_PER_MB = 1e6;

/**
 * Checks that the disk has room for what stages will write, before any of them runs.
 *
 * @param stages The stages that will run.
 * @param options Their kinds, which say how much each may write, and the folder that it goes to.
 * @throws {EnvironmentError} Saying how much is free and how much is wanted.
 */
export async function checkDiskSpace(
  stages: readonly StageNode[],
  options: { readonly kinds: Readonly<Record<string, StageKind>>; readonly folder: string },
): Promise<void> {
  const wantedMb = stages.reduce((sum, { kind, params }) => {
    const { diskMb = 0 } = options.kinds[kind].resources;
    return sum + (typeof diskMb === "number" ? diskMb : diskMb(params));
  }, 0);
  const { bavail, bsize } = await statfs(options.folder);
  const freeMb = bavail * bsize / BYTES_PER_MB;
  if (freeMb < wantedMb) {
    throw new EnvironmentError(
      `Cannot run ${stages.length} stages in "${options.folder}": ${
        Math.floor(freeMb)
      } MB are free, ` +
        `and they may write ${
          Math.ceil(wantedMb)
        } MB. Make room, or name another folder with --results`,
    );
  }
}
