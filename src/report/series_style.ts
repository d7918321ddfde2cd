/** How a variant looks wherever it appears. */
export interface SeriesStyle {
  /** A CSS colour that reads in both colour schemes. */
  readonly color: string;
  /** Dashes of its lines, in pixels. */
  readonly dash: readonly number[];
  /** Its marker, by Vega's name. */
  readonly shape: string;
}

const COLOR_COUNT = 8;
const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 2.5], [8, 3, 2, 3]];
const MARKERS: readonly { readonly shape: string; readonly path: string }[] = [
  { shape: "circle", path: "M13 1.5a3.5 3.5 0 1 0 .01 0z" },
  { shape: "square", path: "M10 2h6v6h-6z" },
  { shape: "triangle-up", path: "M13 1l4 7h-8z" },
  { shape: "diamond", path: "M13 .5l4 4.5l-4 4.5l-4-4.5z" },
  { shape: "triangle-down", path: "M13 9l4-7h-8z" },
];

/**
 * Gives the n-th variant its colour (the palette of Okabe and Ito), dashes and marker, so that no two of the
 * first twenty look alike even without colour.
 *
 * @param index Place of the variant in the spec, from 0.
 * @returns Its style.
 */
export function styleSeries(index: number): SeriesStyle {
  return {
    color: `var(--series-${index % COLOR_COUNT + 1})`,
    dash: DASHES[index % DASHES.length],
    shape: MARKERS[index % MARKERS.length].shape,
  };
}

/**
 * Draws a variant's line and marker for use in running text.
 *
 * @param index Place of the variant in the spec, from 0.
 * @returns Inline SVG, hidden from screen readers, as the name stands beside it.
 */
export function drawSwatch(index: number): string {
  const { color, dash } = styleSeries(index);
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(" ")}"` : "";
  return `<svg class="swatch" viewBox="0 0 26 10" aria-hidden="true"><path d="M0 5h26" ` +
    `stroke="${color}" stroke-width="2"${dashes}/><path d="${
      MARKERS[index % MARKERS.length].path
    }" fill="${color}"/></svg>`;
}
