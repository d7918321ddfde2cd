import { parseMetricName } from "../../metrics/metric_name.ts";
import { escapeHtml } from "../escape_html.ts";
import type { ReportData } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderMetricLabel } from "../text/render_metric.ts";
import { renderNumber } from "../text/render_number.ts";
import { renderReason } from "../text/render_reason.ts";

/** With fewer seeds the interval of a mean is several times as wide as its spread. */
const FEW_SEEDS = 5;
/** From this many claims on, the correction for one another costs a reader's expectations much. */
const MANY_CLAIMS = 10;
/** A judge below this is too weak to name classes by. */
const GOOD_JUDGE = 0.985;

/**
 * Renders what a reader must know before trusting the verdicts: runs without a result, diverged ones, few seeds, a weak judge.
 *
 * @param data The report's data.
 * @returns A list, or nothing when there is nothing to warn of.
 */
export function renderWarningsSection(data: ReportData): string {
  const warnings = [
    ...warnOfMissing(data),
    ...warnOfDivergence(data),
    ...warnOfFewSeeds(data),
    ...warnOfLostValues(data),
    ...warnOfManyClaims(data),
    ...warnOfJudge(data),
  ];
  if (warnings.length === 0) return "";
  return `<section class="warnings"${renderAttribute("aria-label", "warnings")}><ul>${
    warnings.map((warning) =>
      `<li><span class="warning-mark" aria-hidden="true">!</span><span>${warning}</span></li>`
    )
      .join("")
  }</ul></section>`;
}

function nameRun(variant: string, seed: number): string {
  return renderMessage("warnings.run", {
    variant: `<b>${escapeHtml(variant)}</b>`,
    seed: String(seed),
  });
}

function warnOfDivergence({ comparison, runs }: ReportData): string[] {
  const diverged = Object.entries(comparison.variants).flatMap(([variant, summary]) =>
    summary.diverged.map(({ seed, reason }) =>
      `${nameRun(variant, seed)} (${renderReason(reason)})`
    )
  );
  if (diverged.length === 0) return [];
  return [renderMessage("warnings.diverged", {
    count: renderNumber(diverged.length),
    runs: renderNumber(runs.length),
    list: diverged.join("; "),
  })];
}

/** Runs that the experiment asks for and the report has not. */
function warnOfMissing({ experiment, runs }: ReportData): string[] {
  const there = new Set(runs.map(({ variant, seed }) => JSON.stringify([variant, seed])));
  const missing = Object.keys(experiment.variants).flatMap((variant) =>
    experiment.seeds.filter((seed) => !there.has(JSON.stringify([variant, seed])))
      .map((seed) => nameRun(variant, seed))
  );
  if (missing.length === 0) return [];
  return [renderMessage("warnings.missing", {
    count: renderNumber(missing.length),
    wanted: renderNumber(Object.keys(experiment.variants).length * experiment.seeds.length),
    list: missing.join("; "),
    section: `<a href="#run">${renderMessage("run.title")}</a>`,
  })];
}

function warnOfFewSeeds({ comparison }: ReportData): string[] {
  const count = comparison.seeds.length;
  if (count >= FEW_SEEDS) return [];
  return [
    count === 1
      ? renderMessage("warnings.one_seed")
      : renderMessage("warnings.few_seeds", { count: renderNumber(count) }),
  ];
}

/** A metric may have no value on a run that ended; its mean is then over fewer runs than the others. */
function warnOfLostValues({ comparison }: ReportData): string[] {
  return Object.entries(comparison.variants).flatMap(([variant, { runs, diverged, metrics }]) => {
    const ended = runs - diverged.length;
    return Object.entries(metrics).filter(([, { n }]) => n < ended).map(([metric, { n }]) =>
      renderMessage("warnings.lost", {
        metric: renderMetricLabel(parseMetricName(metric)),
        variant: `<b>${escapeHtml(variant)}</b>`,
        n: renderNumber(n),
        ended: renderNumber(ended),
      })
    );
  });
}

function warnOfManyClaims({ comparison }: ReportData): string[] {
  const count = comparison.claims.filter((claim) => "adjusted" in claim && claim.adjusted).length;
  if (count < MANY_CLAIMS) return [];
  return [
    renderMessage("warnings.many_claims", {
      count: renderNumber(count),
      p: renderNumber(0.05 / count, { digits: 2 }),
    }),
  ];
}

function warnOfJudge({ judgeAccuracy }: ReportData): string[] {
  if (judgeAccuracy === undefined || judgeAccuracy >= GOOD_JUDGE) return [];
  return [renderMessage("warnings.judge", { share: renderNumber(judgeAccuracy * 100) })];
}
