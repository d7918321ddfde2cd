import { describeMetric, parseMetricName } from "../../metrics/metric_name.ts";
import { formatLevel } from "../../statistics/format_level.ts";
import type { TestNumbers } from "../../statistics/mod.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderMetricLabel, renderUnit } from "../text/render_metric.ts";
import { renderInterval, renderNumber, renderSetting } from "../text/render_number.ts";

/** A metric's label, which every sentence on a claim starts with. */
export function startWithLabel(metric: string): string {
  return renderMetricLabel(parseMetricName(metric));
}

/** A number with the unit of its metric. */
export function formatWithUnit(value: number, metric: string, signed = false): string {
  const { unit } = describeMetric(metric);
  const text = renderNumber(value, { signed });
  return unit ? `${text} <span class="unit">${renderUnit(unit)}</span>` : text;
}

/** The 95 % interval, or that there is none. */
export function writeInterval(low: number | null, high: number | null): string {
  return low === null || high === null
    ? renderMessage("claim.no_interval")
    : renderMessage("claim.interval", { interval: renderInterval(low, high) });
}

/** The coverage of an interval in percent. */
export function renderLevel(level: number): string {
  return renderSetting(Number(formatLevel(level)));
}

/** A p value, small ones as a bound. */
export function formatP(pValue: number): string {
  return pValue < 1e-3
    ? `<data value="${pValue}">&lt; 0.001</data>`
    : renderNumber(pValue, { digits: 2 });
}

/** The p value that counts, to follow the name of its test; nothing where there is none. */
export function writeP({ pValue, adjustedP }: TestNumbers): string {
  if (pValue === null || adjustedP === null) return "";
  const value = `<i>p</i> ${adjustedP < 1e-3 ? "" : "= "}${formatP(adjustedP)}`;
  const text = adjustedP === pValue ? value : renderMessage("claim.holm", { p: value });
  return `${renderMessage("comma")}${text}`;
}
