import { METRICS } from "../metrics/catalogue.ts";
import { describeMetric, parseMetricName } from "../metrics/metric_name.ts";
import type { MetricDescription } from "../metrics/metric_description.ts";
import { escapeHtml } from "./escape_html.ts";

const ARROWS = { higher: "↑", lower: "↓" };

/**
 * Finds the protocol that a metric's full name carries.
 *
 * @param name Such as `"frechet_distance_10k"`.
 * @returns Such as `"10k samples"`; empty for a name without a protocol.
 * @throws {RangeError} If there is no such metric.
 */
export function readProtocol(name: string): string {
  const base = parseMetricName(name);
  return name === base ? "" : `${name.slice(base.length + 1)} samples`;
}

/**
 * Writes a metric as a heading: label, unit, protocol and an arrow to the better side.
 *
 * @param name A full or base name.
 * @returns Markup for running text.
 * @throws {RangeError} If there is no such metric.
 */
export function headMetric(name: string): string {
  const metric = describeMetric(name);
  const details = [metric.unit, readProtocol(name)].filter(Boolean).join(", ");
  const arrow = metric.better
    ? ` <span class="better" title="${metric.better} is better"><span aria-hidden="true">${
      ARROWS[metric.better]
    }</span><span class="unseen">${metric.better} is better</span></span>`
    : "";
  const small = details ? ` <span class="unit">${escapeHtml(details)}</span>` : "";
  return `${escapeHtml(metric.label)}${arrow}${small}`;
}

/** Writes a label in the middle of a sentence: `Class entropy` becomes `class entropy`, `KL` stays. */
export function lowerLabel({ label }: MetricDescription): string {
  const keepsCapital = /^[A-Z]{2}|^(Fréchet|Jensen)/.test(label);
  return keepsCapital ? label : label[0].toLowerCase() + label.slice(1);
}

/**
 * Ranks a metric by its place in the catalogue.
 *
 * @param name A full or base name.
 * @returns Its place, from 0.
 * @throws {RangeError} If there is no such metric.
 */
export function rankMetric(name: string): number {
  return Object.keys(METRICS).indexOf(parseMetricName(name));
}
