import { renderCurves } from "../../live/parts/render_curves.ts";
import type { LiveRun } from "../../live/live_facts.ts";
import { type PartialReport, renderPartialReport } from "./render_partial_report.ts";

/** What takes long to draw. */
export type RenderTask =
  | { readonly type: "curves"; readonly runs: readonly LiveRun[] }
  | ({ readonly type: "report" } & PartialReport);

/** Draws it. */
export async function renderTask(task: RenderTask): Promise<string> {
  return task.type === "curves" ? await renderCurves(task.runs) : await renderPartialReport(task);
}
