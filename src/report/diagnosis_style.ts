/** The style of the section of diagnoses. */
export const DIAGNOSIS_STYLE: string = `
.diagnoses { min-width: 40rem; }
.diagnoses .variant-row th { padding-top: 1.1rem; }
.diagnoses .tally { color: var(--muted); margin-left: .6rem; }
.diagnoses tbody tr:not(.variant-row) th { white-space: nowrap; padding-left: 2.05rem; }
.diagnoses .diagnosis { white-space: nowrap; font-weight: 600; }
.diagnoses .why { width: 60%; min-width: 19rem; }
.diagnoses ul, .diagnoses ol { margin: 0; padding: 0; list-style: none; max-width: 46rem; }
.diagnoses li + li { margin-top: .15rem; }
.diagnoses details { margin-top: .1rem; font-size: .92rem; }
.diagnoses details > :not(summary) { margin-top: .15rem; color: var(--muted); }
.diagnoses details p { margin-top: .5rem; font-weight: 600; }
.verdict-symbol { display: inline-block; width: 1.15em; text-align: center; font-family: "DejaVu Sans", "Segoe UI Symbol", sans-serif; }
.diagnosis-healthy { color: var(--good); }
.diagnosis-partial-collapse, .diagnosis-untrained, .diagnosis-undecided { color: var(--open); }
.diagnosis-collapse, .diagnosis-memorising, .diagnosis-diverged { color: var(--bad); }
.selection .chosen { font-weight: 600; }
.timeline-box { display: inline-block; }
.diagnoses .timeline { display: flex; }
.diagnoses .timeline li + li { margin: 0; }
.timeline-ends { display: flex; justify-content: space-between; gap: .8rem; color: var(--muted); font-size: .78rem; line-height: 1.2; }
.mode-timeline { display: block; width: auto; max-width: 100%; height: auto; font-size: 8px; fill: var(--muted); }
.mode-timeline .gap { fill: none; stroke: var(--axis); stroke-width: 1; }
.verdict-key { display: flex; flex-direction: column; gap: .1rem; margin-bottom: 1rem; }
.verdict-key div { display: grid; grid-template-columns: 9.8rem minmax(0, 1fr); gap: 0 .7rem; }
@media (max-width: 40rem) {
  .verdict-key { gap: .35rem; }
  .verdict-key div { grid-template-columns: minmax(0, 1fr); }
  .verdict-key dd { padding-left: 1.4em; }
  .diagnoses { min-width: 0; }
  .diagnoses thead { display: none; }
  .diagnoses tbody tr { display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: .5rem 0; border-bottom: 1px solid var(--grid); }
  .diagnoses tbody tr > *, .diagnoses tbody tr:last-child > *, .diagnoses tbody tr:not(.variant-row) th { border: 0; padding: 0; }
  .diagnoses .why { width: 100%; min-width: 0; }
}
.verdict-key dd { color: var(--muted); }
`;
