/**
 * Draws charts and reports beside the process that serves them, which may be that of a run: that is not to wait.
 *
 * @module
 */
import { type Drawing, type RenderTask, renderTask } from "./render_task.ts";

const worker = self as unknown as {
  onmessage: (event: MessageEvent<{ readonly id: number; readonly task: RenderTask }>) => void;
  postMessage(answer: { readonly id: number; readonly drawing: Drawing }): void;
};

worker.onmessage = async ({ data: { id, task } }) => {
  const startedAt = performance.now();
  const text = await renderTask(task).catch((error) => {
    console.error(`Cannot draw the ${task.type} of a watched page: ${error.message}`);
    return null;
  });
  worker.postMessage({ id, drawing: { text, elapsedMs: performance.now() - startedAt } });
};
