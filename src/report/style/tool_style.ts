/** How the page's tools look: what only a script shows. */
export const TOOL_STYLE: string = `
.toolbar { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: .4rem 1rem; font-size: .82rem; color: var(--muted); margin: -1rem 0 1.2rem; }
.toolbar select, .toolbar button { font-size: inherit; padding: .1rem .4rem; cursor: pointer; }
button:focus-visible, select:focus-visible, summary:focus-visible, input:focus-visible, a:focus-visible, .command:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.tool {
  font: inherit; font-size: .78rem; line-height: 1.3; color: var(--muted); background: none; border: 1px solid var(--rule); border-radius: .3rem;
  padding: .08rem .45rem; cursor: pointer;
}
.tool:hover { color: var(--ink); border-color: var(--axis); background: var(--wash); }
.tool:disabled { opacity: .5; cursor: progress; }
.saves { display: flex; gap: .35rem; }
.layers { border: 0; margin: 0; padding: 0; flex-basis: 100%; display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; font-size: .88rem; color: var(--muted); }
.layers legend { float: left; padding: 0; margin-right: .2rem; }
.layers input { accent-color: var(--link); margin: 0 .15rem 0 0; vertical-align: -.08em; }

figcaption { position: relative; }
.figure-tools { float: right; display: inline-flex; gap: .25rem; opacity: 0; transition: opacity .15s; }
figure:hover > figcaption .figure-tools, .figure-tools:focus-within, .enlarge:focus-visible, figure:hover > figcaption .enlarge { opacity: 1; }
@media (hover: hover) { figcaption > .figure-tools { position: absolute; right: 0; bottom: 100%; background: var(--paper); } }
@media (hover: none) { .figure-tools, .enlarge { opacity: 1; } }
.wide + .figure-tools { opacity: 1; }
.enlarge { float: right; opacity: 0; }
.explored svg { display: block; max-width: 100%; font-family: inherit; touch-action: none; cursor: grab; overflow: visible; }
.explored svg text { font-family: inherit; }
.has-script .film img, .has-script .film svg.scatter { cursor: zoom-in; }
.table-tools { margin: .5rem 0 1.4rem; font-size: .82rem; color: var(--muted); }
.numbers thead .unit { display: block; }
.sort { border: 0; background: none; color: var(--muted); font: inherit; padding: 0 .2rem; cursor: pointer; }
.sort::before { content: "↕"; opacity: .45; }
.sort:hover::before { opacity: 1; }
[aria-sort=ascending] > .sort::before { content: "↑"; opacity: 1; color: var(--link); }
[aria-sort=descending] > .sort::before { content: "↓"; opacity: 1; color: var(--link); }

details.data { margin-top: .1rem; }
details.data > summary { font-size: .78rem; color: var(--muted); width: fit-content; }
details.data table { font-size: .8rem; }
details.data .wide { max-height: 20rem; overflow: auto; }
.plain th, .plain td { padding: .12rem .9rem .12rem 0; white-space: nowrap; }
.plain thead th { position: sticky; top: 0; background: var(--paper); font-weight: 600; }

.cursor { stroke: var(--muted); stroke-width: 1; stroke-dasharray: 3 3; pointer-events: none; }
.hair { stroke: var(--ink); stroke-width: 1; pointer-events: none; }
.readout {
  position: absolute; z-index: 3; pointer-events: none; max-width: min(26rem, 92vw); padding: .35rem .6rem; background: var(--paper); border: 1px solid var(--axis);
  border-radius: .35rem; font-size: .8rem; box-shadow: 0 2px 10px rgb(0 0 0 / .12);
}
.readout dl { display: grid; grid-template-columns: auto auto; gap: .05rem .8rem; }
.readout dd { text-align: right; }
.readout dt { color: var(--muted); }

.zoom { width: min(96vw, 100vh); max-height: 96vh; padding: 1.2rem; border: 1px solid var(--axis); border-radius: .5rem; background: var(--paper); color: var(--ink); overflow: auto; }
.zoom::backdrop { background: rgb(0 0 0 / .6); }
.zoom img, .zoom svg.scatter { display: block; width: 100%; max-height: 82vh; object-fit: contain; }
.zoom img { filter: var(--filter); image-rendering: pixelated; }
.zoom .close { float: right; font-size: 1.5rem; line-height: 1; border: 0; background: none; color: inherit; cursor: pointer; }

.help {
  font: inherit; font-size: .72rem; font-weight: 600; line-height: 1.05rem; width: 1.15rem; height: 1.15rem; padding: 0; border: 1px solid var(--axis); border-radius: 50%;
  background: none; color: var(--muted); cursor: pointer; vertical-align: .08em;
}
.help:hover { color: var(--ink); border-color: var(--ink); }
[popover] {
  max-width: min(32rem, 92vw); padding: 1rem 1.2rem; border: 1px solid var(--axis); border-radius: .5rem; background: var(--paper); color: var(--ink);
  font-size: .95rem; box-shadow: 0 6px 30px rgb(0 0 0 / .22); white-space: normal; font-weight: 400;
}
[popover] b { display: block; margin-bottom: .3rem; }
.gantt .panel { max-width: none; }
.gantt .chart { min-width: 44rem; }
.formulas math { width: fit-content; margin: .15rem 0 .35rem; font-size: 1.1em; }
.formulas dd { overflow-x: auto; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; scroll-behavior: auto !important; } }
@media (forced-colors: active) { .film img { filter: none; mix-blend-mode: normal; } }
`;
