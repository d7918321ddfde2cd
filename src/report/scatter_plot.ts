import { encodeField } from "./draw_field.ts";
import type { PlaneSnapshot } from "./report_data.ts";

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
  /** Attributes that say what the plot shows. */
  readonly label: string;
  /** Centres of the real modes, drawn as rings. */
  readonly centres: readonly (readonly [number, number])[];
  /** Radius of a ring, in units of the plane. */
  readonly radius: number;
  /** Whether these are the real points, which other plots show in the background. */
  readonly isReal: boolean;
  /** What both networks make of the plane, where it was kept. */
  readonly plane?: PlaneSnapshot;
  /** Id of the real points in the page; null where it holds none to put behind. @default {"real-points"} */
  readonly realId?: string | null;
}

const SIDE = 400;
const MOST_POINTS = 1200;
/** Fewer of them stand behind each plot. */
const MOST_REAL_POINTS = 400;
const REAL_POINTS = "real-points";

type Place = (x: number, y: number) => [number, number];

/**
 * Draws points of the plane over the real ones, the centres of the real modes, the discriminator's answers and the
 * generator's net.
 *
 * @param points Shape [n, 2]; the first 1,200 are drawn, and those outside the window fall away.
 * @param options Window, colour, centres and networks.
 * @returns One `<svg>` element.
 */
export function drawScatter(points: Float32Array, options: DrawScatterOptions): string {
  const { window, isReal, plane, realId = REAL_POINTS } = options;
  const place: Place = (x, y) => [
    Math.round((x - window.x) / window.size * SIDE),
    Math.round((1 - (y - window.y) / window.size) * SIDE),
  ];
  const radius = Math.max(2, options.radius / window.size * SIDE).toFixed(1);
  const rings = options.centres.map(([x, y]) => {
    const [left, top] = place(x, y);
    return `<circle cx="${left}" cy="${top}" r="${radius}"/>`;
  });
  const field = plane === undefined ? "" : drawField(plane, place);
  const manifold = plane === undefined ? "" : drawManifold(plane, place);
  const behind = isReal
    ? `<path id="${realId}" class="real" d="${drawDots(points, place, MOST_REAL_POINTS)}"/>`
    : realId === null
    ? ""
    : `<use class="real" href="#${realId}"/>`;
  const dots = isReal
    ? ""
    : `<path class="points" stroke="${options.color}" d="${
      drawDots(points, place, MOST_POINTS)
    }"/>`;
  return `<svg class="scatter" viewBox="0 0 ${SIDE} ${SIDE}" role="img"${options.label}>${field}` +
    `${manifold}<g class="centres">${rings.join("")}</g>${behind}${dots}</svg>`;
}

function drawDots(points: Float32Array, place: Place, most: number): string {
  const dots: string[] = [];
  for (let index = 0; index < Math.min(points.length / 2, most); index++) {
    const [left, top] = place(points[2 * index], points[2 * index + 1]);
    if (isInside(left, top)) dots.push(`M${left} ${top}h0`);
  }
  return dots.join("");
}

function isInside(left: number, top: number): boolean {
  return left >= 0 && left <= SIDE && top >= 0 && top <= SIDE;
}

function drawField({ field, window }: PlaneSnapshot, place: Place): string {
  const [left, bottom] = place(window.x, window.y);
  const [right, top] = place(window.x + window.size, window.y + window.size);
  return `<image class="field" href="${encodeField(field)}" x="${left}" y="${top}" width="${
    right - left
  }" height="${bottom - top}" preserveAspectRatio="none"/>`;
}

/** The rows and columns of the net as lines; what is not finite or far outside breaks them. */
function drawManifold({ manifold }: PlaneSnapshot, place: Place): string {
  const side = Math.round(Math.sqrt(manifold.length / 2));
  const at = (row: number, column: number): [number, number] => {
    const start = 2 * (row * side + column);
    return place(manifold[start], manifold[start + 1]);
  };
  const indices = [...Array(side).keys()];
  const lines = [
    ...indices.map((row) => indices.map((column) => at(row, column))),
    ...indices.map((column) => indices.map((row) => at(row, column))),
  ];
  return `<path class="manifold" d="${lines.map(drawLine).join("")}"/>`;
}

function drawLine(points: readonly [number, number][]): string {
  let isDown = false;
  return points.map(([left, top]) => {
    const isNear = Math.abs(left - SIDE / 2) < 2 * SIDE && Math.abs(top - SIDE / 2) < 2 * SIDE;
    const command = isNear ? `${isDown ? "L" : "M"}${left} ${top}` : "";
    isDown = isNear;
    return command;
  }).join("");
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
