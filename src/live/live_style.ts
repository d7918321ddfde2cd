/** How the panel of a watched page looks, in the page's own colours. */
export const LIVE_STYLE: string = `
#live { border: 1px solid var(--rule); border-radius: .5rem; padding: .9rem 1.1rem; margin: 1.6rem 0; background: var(--wash); }
#live h3 { margin-top: 1.2rem; }
#live h4 { margin: .9rem 0 .4rem; font-size: .92rem; font-weight: 600; }
#live img { display: block; width: 100%; height: auto; }
#live [data-pictures]:not(:empty) { margin-top: .6rem; }
#live[data-phase=complete] { padding: .4rem 1.1rem; }
.live-summary { font-weight: 600; display: flex; align-items: baseline; gap: .6rem; }
.live-summary::before { content: ""; flex: none; width: .62rem; height: .62rem; border-radius: 50%; background: var(--axis); }
[data-phase=running] > .live-summary::before { background: var(--good); animation: live-beat 2s ease-in-out infinite; }
[data-phase=gone] > .live-summary::before, [data-phase=incomplete] > .live-summary::before { background: var(--bad); }
[data-phase=stopped] > .live-summary::before { background: var(--open); }
[data-connection=lost] > .live-summary::before { background: none; box-shadow: inset 0 0 0 2px var(--bad); animation: none; }
@keyframes live-beat { 50% { opacity: .35; } }
@media (prefers-reduced-motion: reduce) { .live-summary::before { animation: none !important; } }
.live-lost:empty { display: none; }
.live-lost { color: var(--bad); margin-top: .3rem; }
.live-whole { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1rem; margin-top: .5rem; }
#live progress { accent-color: var(--link); width: 11rem; max-width: 100%; height: .8rem; }
.live-stages { list-style: none; padding: 0; margin-top: .4rem; font-size: .92rem; }
.live-stages li { display: grid; grid-template-columns: minmax(0, 22rem) 11rem minmax(0, 1fr); align-items: center; gap: .1rem 1.2rem; padding: .3rem 0; border-top: 1px solid var(--grid); }
.live-stages li > code { overflow-wrap: anywhere; }
.live-values { grid-column: 1 / -1; color: var(--muted); font-size: .84rem; display: flex; flex-wrap: wrap; gap: 0 1.1rem; }
#live pre { max-height: 14rem; overflow: auto; font-size: .82rem; }
@media (max-width: 40rem) { .live-stages li { grid-template-columns: minmax(0, 1fr); } }
@media print { #live { display: none; } }
`;
