import type { Judgement, TestNumbers, Verdict } from "../../statistics/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatInterval } from "../format_interval.ts";
import { formatNumber } from "../format_number.ts";

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
  if (low === null || adjusted === null) return escapeHtml(reason);
  const { level } = adjusted;
  const wide = `${formatNumber(100 * level)} % that allow for the other claims`;
  const also = level > 0.95 ? `, also at the ${wide}` : "";
  const sentences: Record<Verdict, string> = {
    "shown": `The whole interval lies on the claimed side of ${origin}${also}.`,
    "not shown": `The whole interval lies on the other side of ${origin}${against}${also}.`,
    "undecided": isClear
      ? `At the ${wide} it is ${formatInterval(adjusted.low, adjusted.high)}, which contains ` +
        `${origin}.`
      : `The interval contains ${origin}: these seeds allow either side.`,
  };
  const rest = toDecide !== null
    ? ` ${escapeHtml(toDecide)}`
    : low === high
    ? " Without any spread over seeds it is exact for these, and promises nothing for others."
    : "";
  return sentences[verdict] + rest;
}
