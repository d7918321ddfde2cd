import { describeMetric } from "../../metrics/metric_name.ts";
import type { TestNumbers } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatNumber } from "../format_number.ts";
import { lowerLabel } from "../metric_text.ts";

/** A metric's label at the start of a sentence. */
export function startWithLabel(metric: string): string {
  const text = lowerLabel(describeMetric(metric));
  return escapeHtml(text[0].toUpperCase() + text.slice(1));
}

/** A number with the unit of its metric. */
export function formatWithUnit(value: number, metric: string, signed = false): string {
  const { unit } = describeMetric(metric);
  const text = formatNumber(value, { signed });
  return unit ? `${text} <span class="unit">${escapeHtml(unit)}</span>` : text;
}

/** A p value, small ones as a bound. */
export function formatP(pValue: number): string {
  return pValue < 1e-3 ? "&lt; 0.001" : formatNumber(pValue, { digits: 2 });
}

/** The p value that counts, to follow the name of its test; nothing where there is none. */
export function writeP({ pValue, adjustedP }: TestNumbers): string {
  if (pValue === null || adjustedP === null) return "";
  const name = adjustedP === pValue ? "<i>p</i>" : "Holm-adjusted <i>p</i>";
  return `, ${name} ${adjustedP < 1e-3 ? "" : "= "}${formatP(adjustedP)}`;
}
