import { assertGreater, assertRejects } from "@std/assert";
import type { FileSystem } from "../../../pipeline/store/file_system.ts";
import { tryCrashStates } from "../model/crash_states.ts";
import { INJECTIONS, tryErrors } from "../model/injected_errors.ts";
import type { ModelFileSystem } from "../model/model_file_system.ts";

/** A file system that does as it is told but for some calls. */
function replaceCalls(model: ModelFileSystem, calls: Partial<FileSystem>): FileSystem {
  return new Proxy(model, {
    get: (target, name: keyof FileSystem) => calls[name] ?? target[name].bind(target),
  });
}

Deno.test("a power cut after any change of a run leaves whole records, and the next run ends as if there was none", async () => {
  assertGreater(await tryCrashStates(), 500);
});

Deno.test("the same test notices when files, or folders, or drafts are not synced", async () => {
  const neverSynced = (model: ModelFileSystem) => replaceCalls(model, { sync: async () => {} });
  await assertRejects(() => tryCrashStates(neverSynced));
  const draftsNotSynced = (model: ModelFileSystem) =>
    replaceCalls(model, {
      open: async (path, mode) => ({ ...await model.open(path, mode), sync: async () => {} }),
    });
  await assertRejects(() => tryCrashStates(draftsNotSynced));
});

for (const injection of INJECTIONS) {
  const name = `${injection.code}${injection.lasts ? ", and all after it," : ""}`;
  Deno.test(`an error ${name} from any call ends a run with a reason or does no harm`, async () => {
    assertGreater(await tryErrors(injection), 3);
  });
}
