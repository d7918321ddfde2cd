/** The style of the section of diagnoses. */
export const DIAGNOSIS_STYLE: string = `
.diagnoses th:first-child { min-width: 9.5rem; }
.diagnoses td.diagnosis { white-space: nowrap; min-width: 9.5rem; font-weight: 600; }
.diagnoses td.why { min-width: 19rem; max-width: 44rem; }
.diagnoses td.why ul, .diagnoses td.why p { padding: 0; list-style: none; }
.diagnoses td.why li + li, .diagnoses td.why p + * { margin-top: .2rem; }
.diagnoses details { margin-top: .25rem; }
.diagnoses details > :not(summary) { margin-top: .3rem; color: var(--muted); font-size: .92rem; }
.diagnoses tbody.runs tr:first-child > * { border-top: 1px solid var(--rule); }
.verdict-symbol { display: inline-block; width: 1.15em; text-align: center; font-family: "DejaVu Sans", "Segoe UI Symbol", sans-serif; }
.diagnosis-healthy { color: var(--good); }
.diagnosis-partial-collapse, .diagnosis-untrained, .diagnosis-undecided { color: var(--open); }
.diagnosis-collapse, .diagnosis-memorising, .diagnosis-diverged { color: var(--bad); }
.timeline { display: inline-grid; grid-auto-flow: column; grid-auto-columns: minmax(1.15em, auto); list-style: none; padding: 0; margin: 0; }
.timeline-ends { display: flex; justify-content: space-between; gap: 1rem; color: var(--muted); font-size: .78rem; line-height: 1.2; }
.timeline-box { display: inline-block; }
.verdict-key { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: .15rem 2rem; margin-bottom: 1rem; font-size: .92rem; }
.verdict-key div { display: grid; grid-template-columns: 9.6rem minmax(0, 1fr); }
.verdict-key dd { color: var(--muted); }
`;
