import { METRICS } from "../../metrics/catalogue.ts";
import { parseMetricName } from "../../metrics/metric_name.ts";
import { escapeHtml } from "../escape_html.ts";
import { type MessageKey, MESSAGES } from "./messages.ts";
import { UNIT_MESSAGES } from "./messages/unit_messages.ts";
import { type PlainSlot, renderMessage } from "./render_message.ts";

/**
 * Writes what a metric is called.
 *
 * @param base A base name of the catalogue.
 * @returns Markup; the catalogue's English where there is no translation.
 */
export function renderMetricLabel(base: string): string {
  return renderText(`metric.${base}`, METRICS[base].label);
}

/**
 * Names a metric within an attribute.
 *
 * @param name A full or base name.
 * @returns Its label as a message, or in English where there is no translation.
 */
export function nameMetricLabel(name: string): PlainSlot {
  const base = parseMetricName(name);
  return findKey(`metric.${base}`, METRICS[base].label) ?? METRICS[base].label;
}

/** Writes the unit of a metric. */
export function renderUnit(unit: string): string {
  const key = (Object.keys(UNIT_MESSAGES) as (keyof typeof UNIT_MESSAGES)[])
    .find((one) => UNIT_MESSAGES[one].en === unit);
  return key === undefined ? `<span lang="en">${escapeHtml(unit)}</span>` : renderMessage(key);
}

/** Writes what a metric means and when it misleads, as {@linkcode renderMetricLabel} writes its name. */
export function renderMetricMeaning(base: string): string {
  return renderText(`metric.${base}.help`, METRICS[base].description);
}

function renderText(key: string, english: string): string {
  const found = findKey(key, english);
  return found ? renderMessage(found.t) : `<span lang="en">${escapeHtml(english)}</span>`;
}

/** A translation stands for the English that it was made of; where the catalogue says something else now, that is shown. */
function findKey(key: string, english: string): { readonly t: MessageKey } | undefined {
  return Object.hasOwn(MESSAGES, key) && MESSAGES[key as MessageKey].en === english
    ? { t: key as MessageKey }
    : undefined;
}
