/**
 * Entry point of a stage's own process: `stage_process.ts TASK_JSON`. Messages go to stdout, a line each; everything else
 * that the stage prints is its log.
 */
import type { StageContext, StageProgress, StageReturn } from "../stage.ts";
import { type Message, MESSAGE_MARK, type Task } from "./task.ts";

/** Milliseconds between progress messages; a step is often faster. */
const PROGRESS_MS = 200;

const task: Task = JSON.parse(await Deno.readTextFile(Deno.args[0]));
exitWithRunner();

let reportedAt = -Infinity;
const context: StageContext = {
  id: task.id,
  params: task.params,
  inputs: task.inputs,
  environment: task.environment,
  checkpointPath: task.checkpointPath,
  output: (artifact) => {
    if (!Object.hasOwn(task.outputs, artifact)) {
      const known = Object.keys(task.outputs).join(", ");
      throw new RangeError(`Cannot write the artifact "${artifact}": the kind declares ${known}`);
    }
    return task.outputs[artifact];
  },
  progress: async (progress: StageProgress) => {
    if (performance.now() - reportedAt < PROGRESS_MS && progress.done < progress.total) return;
    reportedAt = performance.now();
    send({ type: "progress", progress });
    // Native calls block the event loop; here it hears that the runner is gone.
    await new Promise((resolve) => setTimeout(resolve, 0));
  },
};

try {
  const stage: { run(context: StageContext): Promise<StageReturn> } = await import(task.module);
  const value = await stage.run(context);
  send({ type: "return", value, rssBytes: Deno.memoryUsage().rss });
  Deno.exit(0);
} catch (error) {
  console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  send({ type: "error", message, rssBytes: Deno.memoryUsage().rss });
  Deno.exit(1);
}

function send(message: Message): void {
  const bytes = new TextEncoder().encode(`\n${MESSAGE_MARK}${JSON.stringify(message)}\n`);
  for (let at = 0; at < bytes.length;) at += Deno.stdout.writeSync(bytes.subarray(at));
}

/** Ends this process when the runner's end of stdin closes, however the runner died. */
async function exitWithRunner(): Promise<void> {
  const buffer = new Uint8Array(64);
  while (await Deno.stdin.read(buffer).catch(() => null) !== null);
  Deno.exit(1);
}
