/**
 * Draws charts and reports beside the process that serves them, which may be that of a run: that is not to wait.
 *
 * @module
 */
import { type RenderTask, renderTask } from "./render_task.ts";

const worker = self as unknown as {
  onmessage: (event: MessageEvent<{ readonly id: number; readonly task: RenderTask }>) => void;
  postMessage(answer: { readonly id: number; readonly text: string | null }): void;
};

worker.onmessage = async ({ data: { id, task } }) => {
  const text = await renderTask(task).catch((error) => {
    console.error(`Cannot draw the ${task.type} of a watched page: ${error.message}`);
    return null;
  });
  worker.postMessage({ id, text });
};
