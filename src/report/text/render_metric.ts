import { METRICS } from "../../metrics/catalogue.ts";
import { escapeHtml } from "../escape_html.ts";
import { type MessageKey, MESSAGES } from "./messages.ts";
import { renderMessage } from "./render_message.ts";

/**
 * Writes what a metric is called.
 *
 * @param base A base name of the catalogue.
 * @returns Markup; the catalogue's English where there is no translation.
 */
export function renderMetricLabel(base: string): string {
  return renderText(`metric.${base}`, METRICS[base].label);
}

/** Writes what a metric means and when it misleads, as {@linkcode renderMetricLabel} writes its name. */
export function renderMetricMeaning(base: string): string {
  return renderText(`metric.${base}.help`, METRICS[base].description);
}

/** A translation stands for the English that it was made of; where the catalogue says something else now, that is shown. */
function renderText(key: string, english: string): string {
  const isTranslated = key in MESSAGES && MESSAGES[key as MessageKey].en === english;
  return isTranslated
    ? renderMessage(key as MessageKey)
    : `<span lang="en">${escapeHtml(english)}</span>`;
}
