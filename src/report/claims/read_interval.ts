import type { Judgement, TestNumbers } from "../../statistics/mod.ts";
import { renderMessage } from "../text/render_message.ts";
import { renderStatement } from "../text/render_statement.ts";
import { renderInterval } from "../text/render_number.ts";
import { renderLevel } from "./claim_text.ts";

/** Words for {@linkcode readInterval}; all of it is markup. */
export interface ReadIntervalOptions {
  /** What the interval is held against: "0", or a bound. */
  readonly origin: string;
  /** Whether the 95 % interval alone lies on one side of it. */
  readonly isClear: boolean;
  /** What it means to lie on the other side, to follow a clause. */
  readonly against?: string;
  /** Why there is no interval, where there is none. */
  readonly few: string;
}

/**
 * Says where an interval lies, and what would decide a claim that it leaves open. Where there is no
 * interval, the count of runs stands for it.
 */
export function readInterval(
  claim: Judgement & TestNumbers,
  { origin, isClear, against = "", few }: ReadIntervalOptions,
): string {
  const { low, high, verdict, need, adjusted } = claim;
  const wanted = need === null ? "" : ` ${renderStatement(need)}`;
  if (low === null || adjusted === null) return few + wanted;
  const level = renderLevel(adjusted.level);
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
  const isExact = need === null && low === high;
  return sentence + wanted + (isExact ? ` ${renderMessage("reading.exact")}` : "");
}
