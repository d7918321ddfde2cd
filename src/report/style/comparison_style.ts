/** How the comparison of two results looks, beyond what all pages have. */
export const COMPARISON_STYLE: string = `
.side { display: inline-block; min-width: 1.5em; padding: 0 .3em; border: .11em solid var(--axis); border-radius: .28em; font-weight: 700; text-align: center; line-height: 1.35; }
.side-b { border-style: dashed; }
h1 .side { font-size: .72em; vertical-align: .12em; }
h1 .name { overflow-wrap: anywhere; }
.findings { display: flex; flex-wrap: wrap; gap: .2rem 1.8rem; padding: 0; margin: .5rem 0 0; list-style: none; font-size: 1.08rem; }
.findings b { font-size: 1.3em; }
.equal { font-size: 1.22rem; font-weight: 650; color: var(--good); margin-top: .5rem; }
.asks { max-width: 46rem; color: var(--muted); }
.pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1.4rem 2.2rem; }
.pair > p { margin-bottom: .3rem; }
.pair > div { display: grid; grid-template-columns: 1fr 1fr; gap: .9rem; }
.pair figure { min-width: 0; }
.settings td, .settings th code { overflow-wrap: anywhere; }
.settings .stage-names { color: var(--muted); font-size: .87rem; }
.settings td, .settings th[scope=row] { min-width: 10.5rem; }
.settings .stage-names { min-width: 6rem; }
.wide + .wide, details + .wide { margin-top: 1.2rem; }
.numbers td:nth-child(2) > .unit { display: block; }
.agreement { white-space: nowrap; }
.judged .verdict-word { font-size: 1rem; gap: .35rem; align-items: start; white-space: nowrap; }
.judged .mark { width: 1.2rem; height: 1.2rem; stroke-width: 3; margin-top: .08rem; }
.judged th { min-width: 13rem; }
.judged td { min-width: 12rem; }
.list { columns: 20rem; font-size: .87rem; color: var(--muted); overflow-wrap: anywhere; padding-left: 1.1rem; }
`;
