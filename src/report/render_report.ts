import { renderPage, type RenderPageOptions } from "./render_page.ts";
import type { ReportData } from "./report_data.ts";
import { RUN_MARKER } from "./run_marker.ts";
import { renderDiagnosisSection } from "./sections/diagnosis_section.ts";
import { renderDifferencesSection } from "./sections/differences_section.ts";
import { renderHistogramSection } from "./sections/histogram_section.ts";
import { renderMasthead } from "./sections/masthead.ts";
import { renderMethodsSection } from "./sections/methods_section.ts";
import { renderMetricsSection } from "./sections/metrics_section.ts";
import { renderNeighboursSection } from "./sections/neighbours_section.ts";
import { renderPublishedSection } from "./sections/published_section.ts";
import { renderSamplesSection } from "./sections/samples_section.ts";
import { renderSelectionSection } from "./sections/selection_section.ts";
import { renderTableSection } from "./sections/table_section.ts";
import { renderTrainingSection } from "./sections/training_section.ts";
import { renderAttribute, renderMessage } from "./text/render_message.ts";
import { renderWalksSection } from "./sections/walks_section.ts";
import { renderVerdictSection } from "./sections/verdict_section.ts";
import { renderWarningsSection } from "./sections/warnings_section.ts";

/**
 * Renders the report: one HTML document that opens from disk with the network off and reads in full without
 * JavaScript.
 *
 * The same data gives the same bytes, so the report can be an artifact with a digest. It says nothing of when,
 * where and how fast the run went; {@linkcode insertRunSection} adds that to the published copy.
 *
 * @param data Everything to show.
 * @param options What is loaded on demand.
 * @returns The document, with a marker where the run section goes.
 * @throws {RangeError} If a metric is not in the catalogue, or images do not fit their shape.
 */
export async function renderReport(
  data: ReportData,
  options: RenderPageOptions = {},
): Promise<string> {
  const { experiment } = data;
  const body = [
    renderDifferencesSection(data),
    renderSamplesSection(data),
    await renderTrainingSection(data),
    await renderMetricsSection(data),
    renderSelectionSection(data),
    await renderHistogramSection(data),
    renderTableSection(data),
    renderPublishedSection(data),
    renderNeighboursSection(data),
    renderWalksSection(data),
    renderDiagnosisSection(data),
    renderMethodsSection(data),
  ];
  return renderPage(`${experiment.name} · ${experiment.question}`, [
    renderMasthead(data),
    renderVerdictSection(data.comparison.claims),
    renderWarningsSection(data),
    renderContents(body),
    `<main>`,
    ...body.slice(0, -1),
    RUN_MARKER,
    ...body.slice(-1),
    `</main>`,
  ], options);
}

function renderContents(sections: readonly string[]): string {
  const links = sections.flatMap((section) => {
    const heading = /^<section id="([a-z]+)"><h2>(.*?)<\/h2>/s.exec(section);
    return heading ? [`<a href="#${heading[1]}">${heading[2]}</a>`] : [];
  });
  // The publisher adds that section, before the last.
  links.splice(-1, 0, `<a href="#run">${renderMessage("run.title")}</a>`);
  return `<nav class="contents"${renderAttribute("aria-label", "contents")}>${
    links.join("")
  }</nav>`;
}
