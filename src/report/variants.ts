import { escapeHtml } from "./escape_html.ts";
import type { ReportData, ReportRun } from "./report_data.ts";
import { drawSwatch } from "./series_style.ts";

/** One variant as every section of the report needs it. */
export interface Variant {
  readonly name: string;
  /** Place in the spec, from 0; decides colour, dashes and marker. */
  readonly index: number;
  /** Its runs in the order of seeds. */
  readonly runs: readonly ReportRun[];
}

/**
 * Lists the variants in the order of the spec, each with its runs.
 *
 * @param data The report's data.
 * @returns One entry a variant.
 */
export function listVariants(data: ReportData): Variant[] {
  return Object.keys(data.experiment.variants).map((name, index) => ({
    name,
    index,
    runs: data.runs.filter((run) => run.variant === name),
  }));
}

/** Writes a variant's name with its swatch. */
export function renderVariantName({ name, index }: Pick<Variant, "name" | "index">): string {
  return `<span class="variant">${drawSwatch(index)} ${escapeHtml(name)}</span>`;
}
