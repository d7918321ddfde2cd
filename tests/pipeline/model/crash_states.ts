import type { FileSystem } from "../../../pipeline/store/file_system.ts";
import { checkModel, runUndisturbed, write } from "./check_model.ts";
import { makeFaultyFileSystem, makeSystemError } from "./faulty_file_system.ts";
import { type CutOptions, ModelFileSystem } from "./model_file_system.ts";
import { runModel } from "./model_run.ts";

/** What a power cut may leave. */
const CUTS: readonly CutOptions[] = [
  { keepsName: () => true, bytes: "kept" },
  { keepsName: () => true, bytes: "dropped" },
  { keepsName: () => true, bytes: "truncated" },
  { keepsName: () => true, bytes: "zeroed" },
  { keepsName: () => false, bytes: "kept" },
  { keepsName: () => false, bytes: "dropped" },
  ...[2, 3, 5, 7].map((divisor): CutOptions => ({
    // Some names and not others, the same ones each time.
    keepsName: (path) => path.length % divisor === 0,
    bytes: divisor % 2 === 0 ? "truncated" : "dropped",
  })),
];

/** Lets a test take a guard away. */
export type Weaken = (model: ModelFileSystem) => FileSystem;

/**
 * Cuts the power after every change that a run makes to the file system, in each of the ways that it may be left, and
 * checks what is found then.
 *
 * @param weaken Takes a guard away, to show that it is missed.
 * @returns How many states were checked.
 */
export async function tryCrashStates(weaken: Weaken = (model) => model): Promise<number> {
  const expected = await runUndisturbed();
  let states = 0;
  for (let last = 0;; last++) {
    const model = new ModelFileSystem();
    const isComplete = await runUntil(model, last, weaken);
    for (const cut of CUTS) {
      await checkModel(model.cut(cut), expected);
      states++;
    }
    if (isComplete) return states;
  }
}

/** Runs until so many changes were made; whether the run ended before. */
async function runUntil(model: ModelFileSystem, last: number, weaken: Weaken): Promise<boolean> {
  let changes = 0;
  let isCut = false;
  const fileSystem = makeFaultyFileSystem(weaken(model), (call) => {
    if (call.changes && !isCut) changes++;
    isCut ||= changes > last;
    if (isCut) throw makeSystemError("EIO");
  });
  await runModel({ fileSystem, writeText: write(model) }).catch(() => {});
  return !isCut;
}
