import { assert, assertEquals, assertLess, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import type { JsonObject } from "../../../pipeline/canonical.ts";
import type { ExecutionResult } from "../../../pipeline/executor/executor.ts";
import { LocalExecutor } from "../../../pipeline/executor/local_executor.ts";
import type { StageKind, StagePermissions, StageProgress } from "../../../pipeline/stage.ts";
import { STAGE_KINDS } from "../fixtures/stage_kinds.ts";
import { PROJECT_ROOT } from "../fixtures/workbench.ts";

interface Submission {
  readonly result: ExecutionResult;
  /** What the stage wrote, or null. */
  readonly written: string | null;
  readonly progress: readonly StageProgress[];
}

interface SubmitOptions {
  readonly params?: JsonObject;
  readonly permissions?: StagePermissions;
  readonly environment?: Readonly<Record<string, string>>;
  readonly stopAfterMs?: number;
}

/** Runs one stage in a process, in folders of its own. */
async function submit(name: string, options: SubmitOptions = {}): Promise<Submission> {
  const { params = {}, permissions = {}, environment = {}, stopAfterMs } = options;
  const kind: StageKind = { ...STAGE_KINDS[name], permissions };
  const folder = await Deno.makeTempDir({ prefix: "executor-test-" });
  const checkpoints = await Deno.makeTempDir({ prefix: "executor-test-" });
  const progress: StageProgress[] = [];
  const execution = new LocalExecutor({ projectRoot: PROJECT_ROOT }).submit(kind, {
    id: "a",
    module: kind.module,
    params,
    inputs: {},
    environment,
    outputs: { number: join(folder, "number.txt") },
    checkpointPath: join(checkpoints, "checkpoint"),
  }, { folder, onProgress: (report) => progress.push(report) });
  if (stopAfterMs !== undefined) setTimeout(() => execution.stop(), stopAfterMs);
  const result = await execution.result;
  const written = await Deno.readTextFile(join(folder, "number.txt")).catch(() => null);
  await Deno.remove(folder, { recursive: true });
  await Deno.remove(checkpoints, { recursive: true });
  return { result, written, progress };
}

async function trespass(
  deed: string,
  target: string,
  options: SubmitOptions = {},
): Promise<string> {
  const { result } = await submit("trespass", { ...options, params: { deed, target } });
  return result.status === "failed" ? result.reason : result.status;
}

Deno.test("LocalExecutor.submit() gives what the stage returned, its file, and its memory", async () => {
  const { result, written } = await submit("diverge");
  assert(result.status === "done");
  assertEquals(result.value, { diverged: "loss is NaN at step 3", facts: { engine: "abacus" } });
  assert(result.peakRssBytes > 2 ** 20, "a Deno process has more than 1 MiB");
  assertEquals(written, "0");
});

Deno.test("LocalExecutor.submit() takes lines that are no messages for the stage's log", async () => {
  const { result, written, progress } = await submit("print-garbage");
  assertEquals(result.status, "done");
  assertEquals(written, "7");
  assertEquals(progress, []);
});

Deno.test("LocalExecutor.submit() gives the error's message as the reason, and its stack as the log", async () => {
  const { result } = await submit("fail");
  assert(result.status === "failed");
  assertEquals(result.reason, "loss is NaN at step 3");
  assertStringIncludes(result.log, "about to fail\nRangeError: loss is NaN at step 3");
});

Deno.test("LocalExecutor.submit() hears the first report of progress and the last", async () => {
  const { progress } = await submit("count-slowly", { params: { stepCount: 20, stepMs: 1 } });
  assertEquals(progress[0], { done: 1, total: 20, unit: "steps" });
  assertEquals(progress[progress.length - 1], { done: 20, total: 20, unit: "steps" });
  assertLess(progress.length, 20);
});

Deno.test("LocalExecutor.submit() stops a stage that is asked to end", async () => {
  const params = { stepCount: 1000, stepMs: 20 };
  const { result, written } = await submit("count-slowly", { params, stopAfterMs: 100 });
  assertEquals(result, { status: "stopped" });
  assertEquals(written, null);
});

Deno.test("LocalExecutor.submit() tells the known artifacts when a stage writes an unknown one", async () => {
  assertEquals(
    await trespass("output", "letter"),
    'Cannot write the artifact "letter": the kind declares number',
  );
});

Deno.test("LocalExecutor.submit() refuses a stage to read what is no input", async () => {
  const path = await Deno.makeTempFile();
  assertStringIncludes(await trespass("read", path), "Requires read access");
  await Deno.remove(path);
});

Deno.test("LocalExecutor.submit() refuses a stage to write, or remove, outside its folders", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "precious");
  await Deno.writeTextFile(path, "text");
  assertStringIncludes(await trespass("write", path), "Requires write access");
  assertStringIncludes(await trespass("remove", path), "Requires write access");
  assertEquals(await Deno.readTextFile(path), "text");
  await Deno.remove(folder, { recursive: true });
});

Deno.test("LocalExecutor.submit() refuses a stage the network, though somebody listens", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  assertStringIncludes(
    await trespass("connect", String(listener.addr.port)),
    "Requires net access",
  );
});

Deno.test("LocalExecutor.submit() refuses a stage other programs", async () => {
  assertStringIncludes(await trespass("run", Deno.execPath()), "Requires run access");
});

Deno.test("LocalExecutor.submit() gives libraries, environment and system only when they are declared", async () => {
  const missing = "/nonexistent/library.so";
  assertStringIncludes(await trespass("ffi", missing), "Requires ffi access");
  assertStringIncludes(await trespass("env", "PATH"), "Requires env access");
  assertStringIncludes(await trespass("sys", ""), "Requires sys access");
  const permissions = { ffi: true, env: true, sys: true };
  assertStringIncludes(
    await trespass("ffi", missing, { permissions }),
    "cannot open shared object",
  );
  assertEquals(await trespass("env", "PATH", { permissions }), "done");
  assertEquals(await trespass("sys", "", { permissions }), "done");
});
