import type { Judgement, TestNumbers } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderInterval, renderNumber } from "../text/render_number.ts";

/** Words for {@linkcode readInterval}; all of it is markup. */
export interface ReadIntervalOptions {
  /** What the interval is held against: "0", or a bound. */
  readonly origin: string;
  /** Whether the 95 % interval alone lies on one side of it. */
  readonly isClear: boolean;
  /** What it means to lie on the other side, to follow a clause. */
  readonly against?: string;
}

/**
 * Says where an interval lies, and what would decide a claim that it leaves open. Where there is no
 * interval, the claim's own reason stands for it.
 */
export function readInterval(
  claim: Judgement & TestNumbers,
  { origin, isClear, against = "" }: ReadIntervalOptions,
): string {
  const { low, high, verdict, reason, toDecide, adjusted } = claim;
  if (low === null || adjusted === null) return writeEnglish(reason);
  const level = renderNumber(100 * adjusted.level);
  const also = adjusted.level > 0.95 ? renderMessage("reading.also", { level }) : "";
  const sentence = verdict === "shown"
    ? renderMessage("reading.shown", { origin, also })
    : verdict === "not shown"
    ? renderMessage("reading.not_shown", { origin, against, also })
    : isClear
    ? renderMessage("reading.wide", {
      level,
      interval: renderInterval(adjusted.low, adjusted.high),
      origin,
    })
    : renderMessage("reading.open", { origin });
  const rest = toDecide !== null
    ? ` ${writeEnglish(toDecide)}`
    : low === high
    ? ` ${renderMessage("reading.exact")}`
    : "";
  return sentence + rest;
}

/** A sentence of the statistics, which they write in English. */
function writeEnglish(sentence: string): string {
  return `<span lang="en">${escapeHtml(sentence)}</span>`;
}
