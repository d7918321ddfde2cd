import { escapeHtml } from "../escape_html.ts";
import { formatNumber } from "../format_number.ts";
import type { ReportData } from "../report_data.ts";

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
    ...warnOfHoles(data),
    ...warnOfDivergence(data),
    ...warnOfFewSeeds(data),
    ...warnOfLostValues(data),
    ...warnOfManyClaims(data),
    ...warnOfJudge(data),
  ];
  if (warnings.length === 0) return "";
  return `<section class="warnings" aria-label="Warnings"><ul>${
    warnings.map((warning) =>
      `<li><span class="warning-mark" aria-hidden="true">!</span><span>${warning}</span></li>`
    )
      .join("")
  }</ul></section>`;
}

function warnOfHoles({ experiment, runs }: ReportData): string[] {
  const wanted = Object.keys(experiment.variants).flatMap((variant) =>
    experiment.seeds.map((seed) => ({ variant, seed }))
  );
  const holes = wanted.filter(({ variant, seed }) =>
    !runs.some((run) => run.variant === variant && run.seed === seed)
  );
  if (holes.length === 0) return [];
  const names = holes.map(({ variant, seed }) => `<b>${escapeHtml(variant)}</b>, seed ${seed}`);
  return [
    `${holes.length} of ${wanted.length} runs ${holes.length === 1 ? "has" : "have"} no result: ` +
    `${names.join("; ")}. Why is said under <a href="#run">How it was made</a>.`,
  ];
}

function warnOfDivergence({ comparison, runs }: ReportData): string[] {
  const diverged = Object.entries(comparison.variants).flatMap(([variant, summary]) =>
    summary.diverged.map(({ seed, reason }) =>
      `<b>${escapeHtml(variant)}</b>, seed ${seed} (${escapeHtml(reason)})`
    )
  );
  if (diverged.length === 0) return [];
  return [
    `${diverged.length} of ${runs.length} runs diverged and count${
      diverged.length === 1 ? "s" : ""
    } in no average: ${diverged.join("; ")}.`,
  ];
}

function warnOfFewSeeds({ comparison }: ReportData): string[] {
  const count = comparison.seeds.length;
  if (count >= FEW_SEEDS) return [];
  return [
    count === 1
      ? "One seed a variant: nothing here says how another seed would end, and no interval can be given."
      : `${count} seeds a variant: intervals are wide, and a small effect cannot be told from chance.`,
  ];
}

/** A metric may have no value on a run that ended; its mean is then over fewer runs than the others. */
function warnOfLostValues({ comparison }: ReportData): string[] {
  return Object.entries(comparison.variants).flatMap(([variant, { runs, diverged, metrics }]) => {
    const ended = runs - diverged.length;
    return Object.entries(metrics).filter(([, { n }]) => n < ended).map(([metric, { n }]) =>
      `${escapeHtml(metric)} has a value on only ${n} of the ${ended} runs of <b>${
        escapeHtml(variant)
      }</b> that ended, and its mean is over those.`
    );
  });
}

function warnOfManyClaims({ comparison }: ReportData): string[] {
  const count = comparison.claims.filter((claim) => "adjusted" in claim && claim.adjusted).length;
  if (count < MANY_CLAIMS) return [];
  return [
    `${count} claims are tested together: the surest of them needs a <i>p</i> below ${
      formatNumber(0.05 / count, { digits: 2 })
    } to be decided.`,
  ];
}

function warnOfJudge({ judgeAccuracy }: ReportData): string[] {
  if (judgeAccuracy === undefined || judgeAccuracy >= GOOD_JUDGE) return [];
  return [
    `The judge is right on only ${
      formatNumber(judgeAccuracy * 100)
    } % of the test images; every number ` +
    `that rests on its classes or features is that much less sure.`,
  ];
}
