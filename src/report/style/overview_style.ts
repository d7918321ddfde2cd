/** How the page of a results folder looks, beyond what all pages have. */
export const OVERVIEW_STYLE: string = `
.entries { margin-top: 1.6rem; border-top: 2px solid var(--ink); }
.entry { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 25rem); gap: .9rem 2.4rem; align-items: start; padding: 1.5rem 0 1.6rem; border-bottom: 1px solid var(--rule); }
.entry h2 { font-size: 1.45rem; margin-bottom: .15rem; overflow-wrap: anywhere; }
.entry h2 a { text-decoration: none; }
.entry h2 a:hover { text-decoration: underline; }
.entry .asks { font-size: 1.08rem; max-width: 44rem; }
.entry .facts { font-size: .9rem; margin-top: .4rem; }
.entry .command { font-size: .8rem; margin: .9rem 0 0; padding: .4rem .7rem; }
.entry .failures { margin: .7rem 0 0; font-size: .92rem; }
.entry .failures li { overflow-wrap: anywhere; }
.answers { list-style: none; padding: 0; margin-top: .8rem; }
.answers li { display: grid; grid-template-columns: 8.6rem minmax(0, 1fr); gap: .1rem .9rem; padding: .32rem 0; border-top: 1px solid var(--grid); }
.answers .verdict-word { font-size: 1rem; gap: .4rem; align-items: start; }
.answers .mark { width: 1.25rem; height: 1.25rem; stroke-width: 3; margin-top: .05rem; }
.answers .effect { font-size: .9rem; margin-top: 0; }
.answers .effect-size { font-size: 1em; }
.answers-total { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; margin-top: 1rem; padding: 0; list-style: none; }
.answers-total li { color: var(--muted); }
.answers-total .verdict-word { display: inline-flex; font-size: 1.1rem; gap: .4rem; vertical-align: middle; margin-right: .3rem; }
.answers-total .mark { width: 1.25rem; height: 1.25rem; stroke-width: 3; }
.thumbs { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .8rem; align-items: end; }
.thumbs figcaption { font-size: .78rem; color: var(--muted); line-height: 1.25; margin-bottom: .25rem; }
.thumbs .scatter .points { stroke-width: 9; }
@media (max-width: 60rem) { .entry { grid-template-columns: minmax(0, 1fr); } .thumbs { max-width: 34rem; } }
@media (max-width: 40rem) { .answers li { grid-template-columns: minmax(0, 1fr); } }
`;
