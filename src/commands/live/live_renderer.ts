import type { Drawing, RenderTask } from "./render_task.ts";

/** Draws in a worker, which is started when there is something to draw. */
export class LiveRenderer {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, (drawing: Drawing) => void>();
  #count = 0;

  /** Draws. */
  async render(task: RenderTask): Promise<Drawing> {
    const worker = this.#worker ??= this.#start();
    const id = this.#count++;
    return await new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      worker.postMessage({ id, task });
    });
  }

  /** Ends the worker; what it was drawing comes to nothing. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const resolve of this.#waiting.values()) resolve({ text: null, elapsedMs: 0 });
    this.#waiting.clear();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./render_worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<{ id: number; drawing: Drawing }>) => {
      this.#waiting.get(data.id)?.(data.drawing);
      this.#waiting.delete(data.id);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      console.error(`Cannot draw watched pages: ${event.message}`);
      this.close();
    };
    return worker;
  }
}
