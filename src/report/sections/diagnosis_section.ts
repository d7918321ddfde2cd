import { type Evidence, nameVerdict, type Verdict, VERDICT_SYMBOLS } from "../../diagnosis/mod.ts";
import { formatNumber } from "../format_number.ts";
import { pickEvenly } from "../pick_evenly.ts";
import type { Evaluation, ReportData, ReportRun } from "../report_data.ts";
import { renderAttribute, renderMessage } from "../text/render_message.ts";
import { renderNumber } from "../text/render_number.ts";
import { renderStatement } from "../text/render_statement.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";
import { renderModeTimelines } from "./mode_timelines.ts";

/** Snapshots that a timeline shows; of more, evenly spaced ones. */
const MOST_SNAPSHOTS = 20;
const HEADS = ["diagnoses.run", "diagnoses.final", "diagnoses.snapshots", "diagnoses.why"] as const;

/**
 * Renders what is wrong with each run, in words: its verdict, those of its snapshots, and the sentences that decided.
 *
 * @param data The report's data.
 * @returns A section, empty where no run was diagnosed.
 */
export function renderDiagnosisSection(data: ReportData): string {
  if (data.runs.every(({ evaluation }) => evaluation.diagnosis === undefined)) return "";
  const bodies = listVariants(data).filter(({ runs }) => runs.length > 0).map(renderVariant);
  const heads = HEADS.map((key) => `<th scope="col">${renderMessage(key)}</th>`);
  return `<section id="diagnosis"><h2>${renderMessage("diagnoses.title")}</h2>${
    renderKey(data.runs)
  }<div class="wide" role="region"${
    renderAttribute("aria-label", "diagnoses.table")
  } tabindex="0"><table class="diagnoses"><thead><tr>${heads.join("")}</tr></thead>${
    bodies.join("")
  }</table></div><p class="note">${renderMessage("diagnoses.note")}</p>${
    renderModeTimelines(data)
  }</section>`;
}

function renderKey(runs: readonly ReportRun[]): string {
  const seen = new Set(
    runs.flatMap(({ evaluation }) => [
      evaluation.diagnosis?.verdict,
      ...evaluation.curve.map(({ diagnosis }) => diagnosis?.verdict),
    ]),
  );
  const entries = listVerdicts().filter((verdict) => seen.has(verdict));
  return `<dl class="verdict-key">${
    entries.map((verdict) =>
      `<div><dt>${renderVerdict(verdict)}</dt><dd>${
        renderMessage(`${nameVerdict(verdict).says}.means`)
      }</dd></div>`
    ).join("")
  }</dl>`;
}

function listVerdicts(): Verdict[] {
  return Object.keys(VERDICT_SYMBOLS) as Verdict[];
}

function renderVariant({ name, index, runs }: Variant): string {
  const head = `<tr class="variant-row"><th scope="rowgroup" colspan="4">${
    renderVariantName({ name, index })
  } <span class="tally">${tally(runs)}</span></th></tr>`;
  return `<tbody>${head}${runs.map(renderRun).join("")}</tbody>`;
}

/** Such as "collapse in 2 of 3 runs · healthy in 1 of 3 runs". */
function tally(runs: readonly ReportRun[]): string {
  const verdicts = runs.map(({ evaluation }) => evaluation.diagnosis?.verdict);
  const counts = listVerdicts()
    .map((verdict) => ({ verdict, count: verdicts.filter((one) => one === verdict).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  return counts.map(({ verdict, count }) =>
    renderMessage("diagnoses.tally", {
      verdict: renderStatement(nameVerdict(verdict)),
      count: renderNumber(count),
      runs: renderNumber(runs.length),
    })
  ).join(" · ");
}

function renderRun({ seed, evaluation }: ReportRun): string {
  const { diagnosis, curve } = evaluation;
  const head = `<th scope="row">${renderMessage("seed", { seed: String(seed) })}</th>`;
  if (diagnosis === undefined) {
    return `<tr>${head}<td colspan="3" class="missing">${
      renderMessage("diagnoses.none")
    }</td></tr>`;
  }
  return `<tr>${head}<td class="diagnosis">${renderVerdict(diagnosis.verdict)}</td><td>${
    renderTimeline(curve)
  }</td><td class="why">${renderWhy(diagnosis)}</td></tr>`;
}

function renderVerdict(verdict: Verdict): string {
  return `<span class="${classOf(verdict)}">${renderSymbol(verdict)} ${
    renderStatement(nameVerdict(verdict))
  }</span>`;
}

function classOf(verdict: Verdict): string {
  return `diagnosis-${verdict.replace(" ", "-")}`;
}

function renderSymbol(verdict: Verdict): string {
  return `<span class="verdict-symbol" aria-hidden="true">${VERDICT_SYMBOLS[verdict]}</span>`;
}

/** One symbol a snapshot, with the words for who does not see it, and the first and last step below. */
function renderTimeline(curve: Evaluation["curve"]): string {
  const diagnosed = curve.flatMap(({ step, diagnosis }) =>
    diagnosis === undefined ? [] : [{ step, verdict: diagnosis.verdict }]
  );
  if (diagnosed.length === 0) return `<span class="none">${renderMessage("none")}</span>`;
  const shown = pickEvenly(diagnosed, MOST_SNAPSHOTS);
  const cells = shown.map(({ step, verdict }) => {
    const word = nameVerdict(verdict);
    return `<li class="${classOf(verdict)}"${
      renderAttribute("title", "diagnoses.at_step", { step, verdict: { t: word.says } })
    }>${renderSymbol(verdict)}<span class="unseen">${
      renderMessage("diagnoses.at_step", {
        step: renderNumber(step),
        verdict: renderStatement(word),
      })
    }</span></li>`;
  });
  const ends = [shown[0], ...shown.slice(1).slice(-1)].map(({ step }) =>
    `<data value="${step}">${formatNumber(step)}</data>`
  );
  return `<div class="timeline-box"><ol class="timeline">${cells.join("")}</ol>` +
    `<div class="timeline-ends" aria-hidden="true">${ends.join("")}</div></div>`;
}

/** The sentence that says most and the last change stand open; the rest is behind a fold. */
function renderWhy({ evidence, decisive, changes }: NonNullable<Evaluation["diagnosis"]>): string {
  const open = [...evidence.slice(0, 1), ...changes.slice(-1)];
  const folds = ([
    { title: "diagnoses.earlier", found: changes.slice(0, -1) },
    { title: "diagnoses.besides", found: evidence.slice(1, decisive) },
    { title: "diagnoses.seen", found: evidence.slice(Math.max(1, decisive)) },
  ] as const).filter(({ found }) => found.length > 0);
  const count = folds.reduce((sum, { found }) => sum + found.length, 0);
  const more = count === 0
    ? ""
    : `<details><summary>${
      renderMessage("diagnoses.more", { count: renderNumber(count) })
    }</summary>${
      folds.map(({ title, found }) => `<p>${renderMessage(title)}</p>${renderEvidence(found)}`)
        .join("")
    }</details>`;
  return renderEvidence(open) + more;
}

function renderEvidence(found: readonly Evidence[]): string {
  if (found.length === 0) return "";
  return `<ul>${found.map((one) => `<li>${renderStatement(one)}</li>`).join("")}</ul>`;
}
