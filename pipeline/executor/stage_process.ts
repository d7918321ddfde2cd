/**
 * What a stage's own process does. Messages go to stdout, a line each; everything else that the stage prints is its log.
 *
 * The process starts with a file that imports this module and the stage's. As imports of the first file need no permission,
 * a stage runs its code and can read nothing else of the project.
 *
 * @module
 */
import type { StageContext, StageProgress, StageReturn } from "../stage.ts";
import { type Message, MESSAGE_MARK, type Task } from "./task.ts";

/** Milliseconds between progress messages; a step is often faster. */
const PROGRESS_MS = 200;

/**
 * Runs the stage that a task file describes, and ends the process.
 *
 * @param run The stage.
 * @param taskPath The task file.
 */
export async function serveStage(
  run: (context: StageContext) => Promise<StageReturn> | StageReturn,
  taskPath: string,
): Promise<never> {
  exitWithRunner();
  try {
    const task: Task = JSON.parse(await Deno.readTextFile(taskPath));
    const value = await run(makeContext(task));
    send({ type: "return", value, rssBytes: Deno.memoryUsage().rss });
  } catch (error) {
    console.error(error);
    const message = error instanceof Error ? error.message : String(error);
    send({ type: "error", message, rssBytes: Deno.memoryUsage().rss });
    Deno.exit(1);
  }
  Deno.exit(0);
}

function makeContext(task: Task): StageContext {
  let reportedAt = -Infinity;
  return {
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
      const isSoon = performance.now() - reportedAt < PROGRESS_MS;
      if (isSoon && progress.done < progress.total && progress.preview === undefined) return;
      reportedAt = performance.now();
      send({ type: "progress", progress });
      // Native calls block the event loop; here it hears that the runner is gone.
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
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
