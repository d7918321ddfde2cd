import { renderCurves } from "../../live/parts/render_curves.ts";
import type { LiveRun } from "../../live/live_facts.ts";
import { type PartialReport, renderPartialReport } from "./render_partial_report.ts";

/** What takes long to draw. */
export type RenderTask =
  | { readonly type: "curves"; readonly runs: readonly LiveRun[] }
  | ({ readonly type: "report" } & PartialReport);

/** What was drawn. */
export interface Drawing {
  /** Null if drawing failed, which the worker tells. */
  readonly text: string | null;
  /** How long it took, without the start of the worker. */
  readonly elapsedMs: number;
}

/** Draws it. */
export async function renderTask(task: RenderTask): Promise<string> {
  return task.type === "curves" ? await renderCurves(task.runs) : await renderPartialReport(task);
}
