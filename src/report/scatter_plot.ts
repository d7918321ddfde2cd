import { escapeHtml } from "./escape_html.ts";

/** The window onto the plane that all scatter plots of a report share. */
export interface PlotWindow {
  readonly x: number;
  readonly y: number;
  /** Width and height, as a plot is square. */
  readonly size: number;
}

/** What a scatter plot is drawn with. */
export interface DrawScatterOptions {
  readonly window: PlotWindow;
  readonly color: string;
  readonly label: string;
  /** Centres of the real modes, drawn as rings. */
  readonly centres: readonly (readonly [number, number])[];
  /** Radius of a ring, in units of the plane. */
  readonly radius: number;
}

const SIDE = 400;
const MOST_POINTS = 1200;

/**
 * Draws points of the plane over the centres of the real modes.
 *
 * @param points Shape [n, 2]; the first 1,200 are drawn, and those outside the window fall away.
 * @param options Window, colour and centres.
 * @returns One `<svg>` element.
 */
export function drawScatter(points: Float32Array, options: DrawScatterOptions): string {
  const { window } = options;
  const place = (x: number, y: number): [number, number] => [
    Math.round((x - window.x) / window.size * SIDE),
    Math.round((1 - (y - window.y) / window.size) * SIDE),
  ];
  const radius = Math.max(5, options.radius / window.size * SIDE).toFixed(1);
  const rings = options.centres.map(([x, y]) => {
    const [left, top] = place(x, y);
    return `<circle cx="${left}" cy="${top}" r="${radius}"/>`;
  });
  const dots: string[] = [];
  for (let index = 0; index < Math.min(points.length / 2, MOST_POINTS); index++) {
    const [left, top] = place(points[2 * index], points[2 * index + 1]);
    if (left >= 0 && left <= SIDE && top >= 0 && top <= SIDE) dots.push(`M${left} ${top}h0`);
  }
  return `<svg class="scatter" viewBox="0 0 ${SIDE} ${SIDE}" role="img" aria-label="${
    escapeHtml(options.label)
  }"><g class="centres">${rings.join("")}</g><path class="points" stroke="${options.color}" d="${
    dots.join("")
  }"/></svg>`;
}

/**
 * Finds the window that shows all of the real data with some room around it.
 *
 * @param points Real points, shape [n, 2].
 * @param centres Centres of the modes.
 * @returns A square window; the unit square around zero when there is nothing to show.
 */
export function findWindow(
  points: Float32Array,
  centres: readonly (readonly [number, number])[],
): PlotWindow {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  const include = (x: number, y: number): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  };
  for (const [x, y] of centres) include(x, y);
  for (let index = 0; index + 1 < points.length; index += 2) {
    include(points[index], points[index + 1]);
  }
  if (!(right >= left)) return { x: -1, y: -1, size: 2 };
  const size = Math.max(right - left, top - bottom, 1e-6) * 1.3;
  return { x: (left + right - size) / 2, y: (bottom + top - size) / 2, size };
}
