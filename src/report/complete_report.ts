import { insertSection } from "./insert_section.ts";
import { packSpecs } from "./pack_specs.ts";
import type { RunFacts } from "./report_data.ts";
import { RUN_MARKER, TIME_MARKER } from "./run_marker.ts";
import { renderRunSection } from "./sections/run_section.ts";
import { renderTimeSection } from "./sections/time_section.ts";

/**
 * Adds to a rendered report what differs from machine to machine: how the run went, where and when it ran, and the
 * metrics against wall time.
 *
 * @param html A report as `renderReport` returns it.
 * @param run What the runner saw.
 * @returns The report that people read.
 * @throws {Error} If the report has no place for a section.
 */
export async function completeReport(html: string, run: RunFacts): Promise<string> {
  const timed = html.includes(TIME_MARKER)
    ? insertSection(html, TIME_MARKER, packSpecs(await renderTimeSection(run)))
    : html;
  return insertSection(timed, RUN_MARKER, await renderRunSection(run));
}
