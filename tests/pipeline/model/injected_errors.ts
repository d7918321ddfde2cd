import { assert } from "@std/assert";
import { EnvironmentError } from "../../../pipeline/environment_error.ts";
import { checkModel, runUndisturbed, write } from "./check_model.ts";
import {
  type FileSystemCall,
  makeFaultyFileSystem,
  makeSystemError,
} from "./faulty_file_system.ts";
import { ModelFileSystem } from "./model_file_system.ts";
import { runModel } from "./model_run.ts";

/** Calls that an error can come from; any unless given. */
const SOURCES: Readonly<Record<string, (call: FileSystemCall) => boolean>> = {
  ENOSPC: ({ changes, name }) => changes && !name.startsWith("remove"),
  EIO: () => true,
  EROFS: ({ changes }) => changes,
  EACCES: () => true,
  EMFILE: ({ name }) => /^(open|list|sync|tryLock|readText)/.test(name),
  EEXIST: ({ name }) => name === "link",
  EPERM: ({ name }) => name === "link",
  EXDEV: ({ name }) => name === "link" || name === "rename",
};

/** An error, and whether only one call fails or all from that on. */
export interface Injection {
  readonly code: string;
  readonly lasts: boolean;
}

/** All of them. */
export const INJECTIONS: readonly Injection[] = Object.keys(SOURCES).flatMap((code) => [
  { code, lasts: false },
  { code, lasts: true },
]);

/**
 * Fails the first call that an error can come from, in a new store; then the second, and so on until a run meets none. Each
 * run ends well or says what the environment lacks, and the next one ends as an undisturbed one.
 *
 * @returns How many errors were injected.
 */
export async function tryErrors({ code, lasts }: Injection): Promise<number> {
  const expected = await runUndisturbed();
  for (let failing = 1;; failing++) {
    const model = new ModelFileSystem();
    let met = 0;
    const fileSystem = makeFaultyFileSystem(model, (call) => {
      if (!SOURCES[code](call)) return;
      met++;
      if (met === failing || (lasts && met > failing)) throw makeSystemError(code);
    });
    const error = await runModel({ fileSystem, writeText: write(model) }).then(
      () => null,
      (e) => e,
    );
    const isExplained = error === null || error instanceof EnvironmentError;
    assert(isExplained, `${code} from call ${failing} on: ${error?.stack}`);
    await checkModel(model, expected);
    if (met < failing) return failing - 1;
  }
}
