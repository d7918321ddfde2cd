import { DIAGNOSIS_STYLE } from "./diagnosis_style.ts";
import { PALETTE } from "./palette.ts";
import { PRINT_STYLE } from "./style/print_style.ts";
import { TOOL_STYLE } from "./style/tool_style.ts";

const pick = (side: 0 | 1): string =>
  Object.entries(PALETTE).map(([name, colors]) => `--${name}: ${colors[side]};`).join(" ");
const DARK = `color-scheme: dark; ${pick(1)} --filter: none; --blend: screen;`;
const LIGHT = `color-scheme: light; ${pick(0)} --filter: invert(1); --blend: multiply;`;
const COLORS = `:root { ${LIGHT} }
@media (prefers-color-scheme: dark) { :root:not([data-theme]) { ${DARK} } }
:root[data-theme="dark"] { ${DARK} }
@media print { :root:root:root { ${LIGHT} --paper: #fff; } }`;

/** The page's one style sheet. */
export const PAGE_STYLE: string = `
${COLORS}
* { box-sizing: border-box; }
html { font-size: clamp(15px, .42vw + 10.6px, 20px); -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2.2rem 1.2rem 4rem; max-width: 76rem; background: var(--paper); color: var(--ink);
  font-family: -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  line-height: 1.5; font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
html:lang(ko) body { word-break: keep-all; }
h1, h2, h3, p, figure, dl, dd, ul { margin: 0; }
h1 { font-size: clamp(1.6rem, 1rem + 2.4vw, 2.7rem); line-height: 1.14; font-weight: 650; letter-spacing: -.018em; text-wrap: balance; max-width: 30em; }
h2 { font-size: 1.3rem; font-weight: 650; letter-spacing: -.008em; margin-bottom: .9rem; }
h3 { font-size: 1rem; font-weight: 600; margin: 1.6rem 0 .5rem; }
section[id] { margin-top: 2.8rem; padding-top: 1.1rem; border-top: 1px solid var(--rule); scroll-margin-top: 1rem; }
a { color: var(--link); }
code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .88em; }
[hidden] { display: none !important; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.note { color: var(--muted); font-size: .87rem; max-width: 62rem; margin-top: .9rem; }
.unit, .when { color: var(--muted); font-weight: 400; font-size: .86em; }
.none, .missing { color: var(--muted); }
.missing { padding: 2.5rem 0; font-style: italic; }

.eyebrow { color: var(--muted); font-size: .92rem; margin-bottom: .5rem; }
.eyebrow b { color: var(--ink); font-weight: 600; }
.facts { color: var(--muted); margin-top: .9rem; }
.dot { color: var(--axis); }
.contents { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin-top: 1.3rem; font-size: .9rem; }
.contents a { text-decoration: none; }
.contents a:hover { text-decoration: underline; }

.verdicts { margin-top: 1.7rem; border-top: 2px solid var(--ink); }
.verdict {
  display: grid; grid-template-columns: 12.2rem minmax(0, 1fr) minmax(0, 17rem); gap: .3rem 1.6rem;
  align-items: center; padding: 1.1rem 0; border-bottom: 1px solid var(--rule);
}
.answer { font-size: 1.22rem; font-weight: 600; padding: .7rem 0; border-bottom: 1px solid var(--rule); }
.answer-head { color: var(--muted); font-weight: 400; margin-right: .4rem; }
.verdict-word { display: flex; align-items: center; gap: .6rem; font-size: 1.75rem; font-weight: 700; letter-spacing: -.01em; line-height: 1.15; }
.mark { flex: none; width: 1.9rem; height: 1.9rem; fill: none; stroke: currentColor; stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
.verdict-shown { --verdict: var(--good); }
.verdict-not-shown { --verdict: var(--bad); }
.verdict-undecided { --verdict: var(--open); }
.verdict-word { color: var(--verdict); }
.claim { font-size: 1.22rem; line-height: 1.35; }
.effect { margin-top: .25rem; }
.effect-size { font-size: 1.22rem; font-weight: 650; margin-right: .5rem; }
.effect-facts { color: var(--muted); }
.fact { display: inline-block; }
.fact-gap { visibility: hidden; }
.reason { color: var(--muted); font-size: .87rem; margin-top: .15rem; }
.interval { width: 100%; max-width: 22rem; font-size: 12px; fill: var(--muted); }
.interval path { fill: none; stroke: var(--axis); }
.interval .interval-zero { stroke: var(--ink); }
.interval .interval-wide { stroke: var(--verdict); stroke-width: 1.2; }
.interval .interval-bar { stroke: var(--verdict); stroke-width: 3; }
.interval-dot { fill: var(--verdict); stroke: var(--paper); stroke-width: 1.5; }
.warnings { margin-top: 1rem; }
.warnings ul { list-style: none; padding: 0; }
.warnings li { display: grid; grid-template-columns: 1.6rem 1fr; margin-top: .35rem; font-size: .95rem; }
.warning-mark {
  width: 1.1rem; height: 1.1rem; margin-top: .18rem; border: 1.5px solid var(--open); border-radius: 50%; color: var(--open);
  font-size: .75rem; font-weight: 700; line-height: .95rem; text-align: center;
}

.wide { overflow-x: auto; position: relative; }
.wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .5rem 1.4rem .5rem 0; text-align: left; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1px solid var(--axis); font-weight: 600; vertical-align: bottom; }
thead td { border-bottom: 1px solid var(--axis); }
tbody tr + tr > * { border-top: 1px solid var(--grid); }
tbody tr:last-child > * { border-bottom: 1px solid var(--rule); }
.numbers th:first-child, .settings th:first-child { min-width: 9.5rem; }
.numbers th, .numbers td { padding-right: 1rem; }
.numbers td, .numbers thead th:nth-child(2) { white-space: nowrap; }
.numbers thead th .unit { display: block; }
.numbers tbody th .unit { display: block; }
.mean { display: block; font-weight: 600; }
.between { display: block; color: var(--muted); font-size: .84rem; }
.real { font-style: italic; }
.better { color: var(--muted); }
.diverged { color: var(--bad); }
.variant { font-weight: 600; overflow-wrap: anywhere; }
.wide .variant { white-space: nowrap; display: inline-block; max-width: 22rem; overflow: hidden; text-overflow: ellipsis; vertical-align: bottom; }
figcaption .variant { display: -webkit-inline-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; vertical-align: bottom; }
.swatch { width: 1.7rem; height: .7rem; overflow: visible; vertical-align: .02em; fill: none; }
.key { display: inline-flex; flex-wrap: wrap; align-items: baseline; gap: .2rem .45rem; font-weight: 400; font-size: .87rem; color: var(--muted); }
h3 .key { margin-left: .8rem; gap: .2rem 1rem; }
p.key { gap: .2rem 1.4rem; color: var(--ink); margin-bottom: .8rem; }
p.key .variant { font-weight: 400; }

details { margin-top: 1rem; }
summary { cursor: pointer; color: var(--link); font-size: .92rem; }
details > :not(summary) { margin-top: .7rem; }
.shared { columns: 20rem 3; column-gap: 2.5rem; font-size: .92rem; }
.shared div { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--grid); break-inside: avoid; padding: .12rem 0; }
.shared dt { color: var(--muted); }
.shared dt, .shared dd { min-width: 0; overflow-wrap: anywhere; }
.shared dd { text-align: right; }

.panels { display: grid; align-items: end; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19.5rem), 1fr)); gap: 1.3rem 1.8rem; }
.panels > * { min-width: 0; max-width: 30rem; }
.panels-samples { grid-template-columns: repeat(auto-fit, minmax(min(100%, 14.5rem), 1fr)); gap: 1.2rem 1.4rem; }
.panels-samples > * { max-width: 26rem; }
figcaption { margin-bottom: .3rem; font-size: .95rem; }
.film .when { margin-bottom: .3rem; }
.chart { display: block; width: 100%; height: auto; font-family: inherit; overflow: visible; }
.chart text { font-family: inherit; }
.film img { display: block; width: 100%; height: auto; filter: var(--filter); mix-blend-mode: var(--blend); image-rendering: pixelated; }
.film img.colour, .zoom img.colour { filter: none; mix-blend-mode: normal; }
.scatter { display: block; width: 100%; border: 1px solid var(--rule); }
.scatter .centres { fill: none; stroke: var(--muted); stroke-width: 1; }
.scatter .points { fill: none; stroke-width: 4.5; stroke-linecap: round; opacity: .55; }
.scatter .real { fill: none; stroke: var(--ink); stroke-width: 3; stroke-linecap: round; opacity: .28; }
.scatter .manifold { fill: none; stroke: var(--ink); stroke-width: .6; opacity: .45; }
.without-real figure[data-film] .scatter .real, .without-fake .scatter .points, .without-field .scatter .field, .without-manifold .scatter .manifold { display: none; }

.controls {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; padding: .6rem 0; margin-bottom: .7rem; background: var(--paper);
}
.controls > button, .controls select, .toolbar select, .toolbar button {
  font: inherit; color: inherit; background: var(--wash); border: 1px solid var(--axis); border-radius: .35rem; padding: .2rem .7rem;
}
.controls > button { min-width: 5.2rem; cursor: pointer; }
.controls .slider { flex: 1; min-width: 6rem; }
.controls input[type=range] { width: 100%; height: 1.6rem; accent-color: var(--link); display: block; }
.controls output { min-width: 6.2rem; font-weight: 600; }
.controls .seed { white-space: nowrap; color: var(--muted); }

.methods > div { display: grid; grid-template-columns: 12.2rem minmax(0, 1fr); gap: .1rem 1.8rem; padding: .55rem 0; border-top: 1px solid var(--grid); }
.methods > div:first-child { border-top: 0; padding-top: 0; }
.methods dt { font-weight: 600; }
.methods dd { max-width: 52rem; }
.source { color: var(--muted); font-size: .87rem; }

.graph { display: block; height: auto; margin: 0 auto; }
.graph text { font-size: 12px; fill: var(--ink); }
.graph .kind { font-weight: 600; }
.graph .state { fill: var(--muted); font-size: 11px; }
.graph rect { fill: var(--wash); stroke: var(--ink); stroke-width: 1.4; }
.graph .edge { fill: none; stroke: var(--axis); stroke-width: 1.2; }
.graph .tip { fill: var(--axis); }
.graph .node-cached rect { fill: none; stroke: var(--muted); stroke-width: 1; stroke-dasharray: 4 3; }
.graph .node-waiting rect { fill: none; stroke: var(--axis); stroke-width: 1; stroke-dasharray: 1 3; }
.graph .node-bad rect { stroke: var(--bad); stroke-width: 3; }
.graph .node-bad .state { fill: var(--bad); font-weight: 600; }
.command { display: block; overflow-x: auto; white-space: pre; padding: .7rem .9rem; margin-top: .4rem; margin-bottom: .8rem; background: var(--wash); border-left: 3px solid var(--axis); }
.failures { padding: 0; list-style: none; margin-bottom: 1.2rem; }
.failures li { border-left: 3px solid var(--bad); padding: .1rem 0 .1rem .8rem; margin-top: .5rem; }
.provenance { columns: 24rem 2; column-gap: 2.5rem; font-size: .92rem; margin-top: .5rem; }
.provenance div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: .8rem; break-inside: avoid; padding: .12rem 0; border-bottom: 1px solid var(--grid); }
.provenance dt { color: var(--muted); }
.stages td:nth-child(n+3), .stages th:nth-child(n+3) { white-space: nowrap; }
.stages th, .stages td { padding-top: .2rem; padding-bottom: .2rem; font-size: .9rem; }
${DIAGNOSIS_STYLE}
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--muted); font-size: .87rem; }

@media (max-width: 60rem) {
  .verdict { grid-template-columns: 11rem minmax(0, 1fr); }
  .interval { grid-column: 2; }
}
@media (max-width: 40rem) {
  .settings th:first-child { overflow-wrap: anywhere; }
  body { padding: 1.2rem 1rem 3rem; }
  .verdict { grid-template-columns: minmax(0, 1fr); }
  .interval { grid-column: 1; }
  .methods > div { grid-template-columns: minmax(0, 1fr); }
  .provenance div { grid-template-columns: 7rem minmax(0, 1fr); }
  h3 .key { display: flex; margin-left: 0; }
  .panels-samples { grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1rem; }
  .controls .slider { order: 3; flex-basis: 100%; }
  .controls output { flex: 1; }
}
${TOOL_STYLE}${PRINT_STYLE}`;
