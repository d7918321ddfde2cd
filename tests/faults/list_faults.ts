import { unpack } from "../../pipeline/archive/mod.ts";
import { DiskStore } from "../../pipeline/store/disk_store.ts";
import { FUZZERS } from "../fuzz/list_fuzzers.ts";
import { tryHostileArchives } from "../pipeline/archive/try_hostile_archives.ts";
import { tryCrashStates } from "../pipeline/model/crash_states.ts";
import { INJECTIONS, tryErrors } from "../pipeline/model/injected_errors.ts";
import { killAtRandom } from "./kill_at_random.ts";
import { killAtSteps } from "./kill_at_steps.ts";
import { killTraining } from "./kill_training.ts";
import { makeRandom } from "./make_random.ts";
import { runOnDamages, UNSYNCED_FILE_SYSTEM } from "./run_on_damages.ts";
import { shareStore } from "./share_store.ts";

/** A kind of fault that is tried over and over. */
export interface Fault {
  /** What is done, in words. */
  readonly name: string;
  /** What must hold, in words. */
  readonly claim: string;
  /**
   * Tries them.
   *
   * @returns How many.
   * @throws {Error} If one was not survived.
   */
  run(): Promise<number>;
}

/** Every kind of fault of `deno task test:faults`, in the order of its table. */
export const FAULTS: readonly Fault[] = [
  {
    name: "power cuts",
    claim: "after each change to the disk × 10 ways it may be left, records are whole",
    run: () => tryCrashStates(),
  },
  {
    name: "injected errors",
    claim:
      "ENOSPC, EIO, EROFS, EACCES, EMFILE, EEXIST, EPERM, EXDEV from each call: a reason, and no harm",
    run: async () => {
      let count = 0;
      for (const injection of INJECTIONS) count += await tryErrors(injection);
      return count;
    },
  },
  {
    name: "damaged files",
    claim: "flipped, cut off, longer, emptied, swapped, stale: none is used",
    run: async () => {
      const { count, wrong } = await runOnDamages((results) => {
        return DiskStore.open(results, { fileSystem: UNSYNCED_FILE_SYSTEM });
      });
      if (wrong.length > 0) throw new Error(wrong.join("\n"));
      return count;
    },
  },
  {
    name: "SIGKILL at each change",
    claim: "the next run ends with the same digests",
    run: () => killAtSteps(1),
  },
  {
    name: "SIGKILL at random",
    claim: "of the runner or all its processes: same digests, nothing left over",
    run: () => killAtRandom(200, makeRandom(2026)),
  },
  {
    name: "SIGKILL in training",
    claim: "goes on from its checkpoint, and ends bit-equal",
    run: () => killTraining(20, makeRandom(2026)),
  },
  {
    name: "runners at once",
    claim: "on one store, with locks and without: one record a key, as one runner would",
    run: () => shareStore([2, 4, 8]),
  },
  {
    name: "hostile archives",
    claim: "refused with its reason, in bounded time and memory; nothing is left behind",
    run: () => {
      return tryHostileArchives((path, results) => unpack(path, { results, volatile: () => [] }));
    },
  },
  {
    name: "fuzz cases",
    claim: `of ${FUZZERS.length} readers: read, or refused with the declared error`,
    run: async () => {
      let count = 0;
      for (const { run } of FUZZERS) count += await run();
      return count;
    },
  },
];
