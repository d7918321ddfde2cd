import { type Verdict, VERDICTS } from "../../diagnosis/mod.ts";
import { escapeHtml } from "../escape_html.ts";
import { formatNumber } from "../format_number.ts";
import { pickEvenly } from "../pick_evenly.ts";
import type { Evaluation, ReportData, ReportRun } from "../report_data.ts";
import { listVariants, renderVariantName, type Variant } from "../variants.ts";
import { renderModeTimelines } from "./mode_timelines.ts";

/** Snapshots that a timeline shows; of more, evenly spaced ones. */
const MOST_SNAPSHOTS = 20;

/**
 * Renders what is wrong with each run, in words: its verdict, those of its snapshots, and the sentences that decided.
 *
 * @param data The report's data.
 * @returns A section, empty where no run was diagnosed.
 */
export function renderDiagnosisSection(data: ReportData): string {
  if (data.runs.every(({ evaluation }) => evaluation.diagnosis === undefined)) return "";
  const bodies = listVariants(data).filter(({ runs }) => runs.length > 0).map(renderVariant);
  return `<section id="diagnosis"><h2>Diagnosis</h2>${renderKey(data.runs)}` +
    `<div class="wide" role="region" aria-label="Diagnosis of every run" tabindex="0"><table class="diagnoses">` +
    `<thead><tr><th scope="col">Run</th><th scope="col">Final samples</th><th scope="col">Snapshots</th>` +
    `<th scope="col">Why</th></tr></thead>${bodies.join("")}</table></div>` +
    `<p class="note">Every sign is held against real data under the same protocol, and the gravest one is the verdict. ` +
    `Losses explain, and decide nothing unless they grow without end.</p>${
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
  const entries = (Object.keys(VERDICTS) as Verdict[]).filter((verdict) => seen.has(verdict));
  return `<dl class="verdict-key">${
    entries.map((verdict) =>
      `<div><dt>${renderVerdict(verdict)}</dt><dd>samples ${
        VERDICTS[verdict].description
      }</dd></div>`
    ).join("")
  }</dl>`;
}

function renderVariant({ name, index, runs }: Variant): string {
  const head = `<tr class="variant-row"><th scope="rowgroup" colspan="4">${
    renderVariantName({ name, index })
  } <span class="tally">${tally(runs)}</span></th></tr>`;
  return `<tbody>${head}${runs.map(renderRun).join("")}</tbody>`;
}

/** Such as "collapse in 2 of 3 runs, healthy in 1". */
function tally(runs: readonly ReportRun[]): string {
  const verdicts = runs.map(({ evaluation }) => evaluation.diagnosis?.verdict);
  const counts = (Object.keys(VERDICTS) as Verdict[])
    .map((verdict) => ({ verdict, count: verdicts.filter((one) => one === verdict).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  return counts.map(({ verdict, count }, place) =>
    `${verdict} in ${count}${
      place === 0 ? ` of ${runs.length} run${runs.length === 1 ? "" : "s"}` : ""
    }`
  ).join(", ");
}

function renderRun({ seed, evaluation }: ReportRun): string {
  const { diagnosis, curve } = evaluation;
  const head = `<th scope="row">seed ${seed}</th>`;
  if (diagnosis === undefined) {
    return `<tr>${head}<td colspan="3" class="missing">not diagnosed</td></tr>`;
  }
  return `<tr>${head}<td class="diagnosis">${renderVerdict(diagnosis.verdict)}</td><td>${
    renderTimeline(curve)
  }</td><td class="why">${renderWhy(diagnosis)}</td></tr>`;
}

function renderVerdict(verdict: Verdict): string {
  return `<span class="diagnosis-${verdict.replace(" ", "-")}">${
    renderSymbol(verdict)
  } ${verdict}</span>`;
}

function renderSymbol(verdict: Verdict): string {
  return `<span class="verdict-symbol" aria-hidden="true">${VERDICTS[verdict].symbol}</span>`;
}

/** One symbol a snapshot, with the words for who does not see it, and the first and last step below. */
function renderTimeline(curve: Evaluation["curve"]): string {
  const diagnosed = curve.flatMap(({ step, diagnosis }) =>
    diagnosis === undefined ? [] : [{ step, verdict: diagnosis.verdict }]
  );
  if (diagnosed.length === 0) return `<span class="none">none</span>`;
  const shown = pickEvenly(diagnosed, MOST_SNAPSHOTS);
  const cells = shown.map(({ step, verdict }) => {
    const words = `step ${formatNumber(step)}: ${verdict}`;
    return `<li class="diagnosis-${verdict.replace(" ", "-")}" title="${words}">${
      renderSymbol(verdict)
    }<span class="unseen">${words}</span></li>`;
  });
  const ends = [shown[0], ...shown.slice(1).slice(-1)].map(({ step }) =>
    `<span>${formatNumber(step)}</span>`
  );
  return `<div class="timeline-box"><ol class="timeline">${cells.join("")}</ol>` +
    `<div class="timeline-ends" aria-hidden="true">${ends.join("")}</div></div>`;
}

/** The sentence that says most and the last change stand open; the rest is behind a fold. */
function renderWhy({ evidence, decisive, changes }: NonNullable<Evaluation["diagnosis"]>): string {
  const open = [...evidence.slice(0, 1), ...changes.slice(-1)];
  const folds = [
    { title: "Earlier changes", sentences: changes.slice(0, -1) },
    { title: "What decided besides", sentences: evidence.slice(1, decisive) },
    { title: "What else was seen", sentences: evidence.slice(Math.max(1, decisive)) },
  ].filter(({ sentences }) => sentences.length > 0);
  const count = folds.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const more = count === 0
    ? ""
    : `<details><summary>${count} more sentence${count === 1 ? "" : "s"}</summary>${
      folds.map(({ title, sentences }) => `<p>${title}</p>${renderSentences(sentences)}`).join("")
    }</details>`;
  return renderSentences(open) + more;
}

function renderSentences(sentences: readonly string[]): string {
  if (sentences.length === 0) return "";
  return `<ul>${sentences.map((text) => `<li>${escapeHtml(text)}</li>`).join("")}</ul>`;
}
