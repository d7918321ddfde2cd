import { EnvironmentError } from "./environment_error.ts";
import type { StageKind, StageNode } from "./stage.ts";

/**
 * Refuses stages that no run of theirs could have the memory for, before any of them runs.
 *
 * @param stages The stages that will run.
 * @param options Their kinds, which say how much each may take, and how much there is in all, in MiB.
 * @throws {EnvironmentError} Naming the stage, what it needs, what there is, and a cure.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { checkMemory } from "./check_memory.ts";
 *
 * const resources = { threads: 1, memoryMb: 2000 };
 * const kind = { kind: "train", module: "", outputs: {}, permissions: {}, resources };
 * const stages = [{ id: "train/a", kind: "train", params: {}, inputs: {} }];
 * checkMemory(stages, { kinds: { train: kind }, totalMb: 2000 });
 * assertThrows(
 *   () => checkMemory(stages, { kinds: { train: kind }, totalMb: 1999 }),
 *   Error,
 *   'Cannot run "train/a": it needs 2000 MB of memory',
 * );
 * ```
 */
export function checkMemory(
  stages: readonly StageNode[],
  options: { readonly kinds: Readonly<Record<string, StageKind>>; readonly totalMb: number },
): void {
  for (const { id, kind } of stages) {
    const { memoryMb } = options.kinds[kind].resources;
    if (memoryMb <= options.totalMb) continue;
    throw new EnvironmentError(
      `Cannot run "${id}": it needs ${memoryMb} MB of memory, and there are ` +
        `${
          Math.floor(options.totalMb)
        } MB. Run it on a machine with more, or raise the limit of the container`,
    );
  }
}
