import { METRICS } from "../metrics/catalogue.ts";
import { describeMetric, parseMetricName } from "../metrics/metric_name.ts";
import { nameMetricLabel, renderMetricLabel, renderUnit } from "./text/render_metric.ts";
import { renderAttribute, renderMessage } from "./text/render_message.ts";

const ARROWS = { higher: "↑", lower: "↓" };

/**
 * Writes a metric as a heading: label, unit, protocol and an arrow to the better side.
 *
 * @param name A full or base name.
 * @param options Whether a button stands beside it that opens the metric’s help, see `renderMetricHelp`.
 * @returns Markup for running text.
 * @throws {RangeError} If there is no such metric.
 */
export function headMetric(name: string, { hasHelp = false } = {}): string {
  const metric = describeMetric(name);
  const count = name.slice(parseMetricName(name).length + 1);
  const details = [
    ...(metric.unit ? [renderUnit(metric.unit)] : []),
    ...(count === "" ? [] : [renderMessage("numbers.samples", { count })]),
  ].join(", ");
  const arrow = metric.better
    ? ` <span class="better"><span aria-hidden="true">${
      ARROWS[metric.better]
    }</span><span class="unseen">${renderMessage(`better.${metric.better}`)}</span></span>`
    : "";
  const small = details ? ` <span class="unit">${details}</span>` : "";
  const help = hasHelp ? renderHelpButton(name) : "";
  return `${renderMetricLabel(parseMetricName(name))}${arrow}${help}${small}`;
}

/** A button that opens a metric's help without a script. */
function renderHelpButton(name: string): string {
  const base = parseMetricName(name);
  const label = renderAttribute("aria-label", "help", { metric: nameMetricLabel(base) });
  return ` <button type="button" class="help" popovertarget="help-${base}"${label}>?</button>`;
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
