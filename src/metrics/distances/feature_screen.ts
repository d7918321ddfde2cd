import type { FeatureMatrix } from "../feature_matrix.ts";
import { boundNorms, type Ranges } from "./bound_norms.ts";
import { eachValue, type Frame } from "./copy_points.ts";
import { makeKernelTiles } from "./kernel_tiles.ts";
import type { MultiplyRows } from "./multiply_rows.ts";
import { makeProductTiles } from "./product_tiles.ts";
import { SCREEN_COLUMNS } from "./screen_kernel.ts";
import { makeTileRanges, type TileRanges } from "./tile_ranges.ts";
import { TILE_ROWS } from "./tile_sums.ts";

/**
 * What is done with a pair: its squared distance is at least `ranges.low[at]`, which may be < 0, and at most `ranges.high[at]`.
 * They are handed over in place, as numbers of their own would cost an allocation a pair.
 */
export type VisitPair = (row: number, column: number, ranges: Ranges, at: number) => void;

/** Options of `makeFeatureScreen()`, and of searches among many points by it. */
export interface FeatureScreenOptions {
  /** The matrix product of an open engine, which is faster; a kernel in WebAssembly unless given. No result depends on it. */
  readonly multiply?: MultiplyRows;
}

/** Two sets of points, laid out so that pairs of near points are found fast. */
export interface FeatureScreen {
  /** Asks for the pairs of this row at a squared distance <= `square`; -Infinity asks for none. */
  boundRow(row: number, square: number): void;
  /** Asks for the pairs of this column at a squared distance <= `square`; -Infinity for none. */
  boundColumn(column: number, square: number): void;
  /**
   * Visits every pair that its row or its column asks for, and few others, with bounds of what
   * `measureSquaredDistance()` would give. What is asked for may shrink meanwhile. The pairs of a row come with ascending
   * columns, those of a column with ascending rows. With `isAbove`, only pairs with row < column are visited.
   */
  scan(visit: VisitPair, options?: { isAbove?: boolean }): void;
}

/** Half the gap between 1 and the next float32. */
const ROUNDING = 2 ** -24;
/** The largest scaled feature is below 2^40: its square stays clear of float32's limits. */
const LARGEST_EXPONENT = 40;
/** More than what products below float32's range add up to, at that scale, or lose where they count as 0. */
const UNDERFLOW = 2 ** -80;
/** A bit of a tile's mask is its row and, in these bits, its column. */
const COLUMN_BITS = Math.log2(SCREEN_COLUMNS), COLUMN_MASK = SCREEN_COLUMNS - 1;
/** Pairs of a tile. */
const TILE_SIZE = TILE_ROWS * SCREEN_COLUMNS;
/** Undecided pairs of a tile from which on all its pairs are bounded in float64, as that costs what measuring five does. */
const DENSE_COUNT = 6;

/**
 * Makes a screen: a fast test in float32 that misses no near pair, so that squared distances need
 * be computed in float64 for few pairs only.
 *
 * Rows [n, d] and columns [m, d], which may be one set. All bounds are -Infinity at first.
 *
 * With x and y centred, ‖x - y‖² = ‖x‖² + ‖y‖² - 2 x·y. The dot product, summed in float32 from
 * rounded factors in any order, errs by at most γ Σ |x y| <= γ (‖x‖² + ‖y‖²) / 2 with
 * γ = (d + 3) u / (1 - (d + 3) u) and u = 2^-24. So ‖x - y‖² <= r² implies
 * x·y >= ((1 - γ) ‖x‖² + (1 - γ) ‖y‖² - r²) / 2 for the sum as computed; that is tested, with γ and r²
 * a little larger to cover the rounding of the bound.
 * No result depends on float32: whoever visits a pair measures its distance, or decides by the bounds
 * that come with it, which are as wide as that error.
 *
 * Cost O(n m d): 0.7 s for 10,000 × 10,000 × 128 at 37 GFLOP/s, 0.4 s by libtensorflow on one thread,
 * and 2 s more where all pairs pass; memory 4 (n + m) d bytes, and 8 MB for an engine's products.
 * Where float32 leaves many pairs of a tile undecided (bounds below 1e-5 of the spread, as in tight
 * clumps), it is computed again in float64 (`makeTileRanges()`), for 2.5 s and 8 (n + m) d bytes more
 * at most.
 *
 * @param rows The one set.
 * @param columns The other, with as many features.
 * @param options Who multiplies.
 * @returns The screen.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { makeFeatureScreen } from "./feature_screen.ts";
 *
 * const rows = { data: Float64Array.of(0, 7), rows: 2, columns: 1 };
 * const columns = { data: Float64Array.of(5, 1, 9), rows: 3, columns: 1 };
 * const screen = makeFeatureScreen(rows, columns);
 * screen.boundRow(0, 1.5);
 * screen.boundColumn(2, 4.5);
 * const pairs: number[][] = [];
 * screen.scan((row, column) => pairs.push([row, column]));
 * assertEquals(pairs, [[0, 1], [1, 2]]);
 * ```
 *
 * Source: the bound is Higham 2002, "Accuracy and Stability of Numerical Algorithms", eq. 3.5.
 */
export function makeFeatureScreen(
  rows: FeatureMatrix,
  columns: FeatureMatrix,
  { multiply }: FeatureScreenOptions = {},
): FeatureScreen {
  const quadCount = Math.ceil(rows.rows / TILE_ROWS);
  const panelCount = Math.ceil(columns.rows / SCREEN_COLUMNS);
  const frame = findFrame(rows, columns);
  const tiles = multiply === undefined
    ? makeKernelTiles({ rows, columns, frame })
    : makeProductTiles({ rows, columns, frame }, multiply);
  const { rowNorms, columnNorms, rowBounds, columnBounds, products } = tiles;

  // Of padding nothing is asked.
  const rowSquares = new Float64Array(quadCount * TILE_ROWS).fill(-Infinity);
  const columnSquares = new Float64Array(panelCount * SCREEN_COLUMNS).fill(-Infinity);
  const roundings = (rows.columns + 3) * ROUNDING;
  const error = { share: roundings / (1 - roundings) + 8 * ROUNDING, least: 2 * UNDERFLOW };
  const rowEnds = boundNorms(rowNorms, rowSquares.length, error);
  const columnEnds = boundNorms(columnNorms, columnSquares.length, error);
  // A bound of a point is half of what its norm is at least, whole, and less r², near.
  const nearBound = (low: number, square: number) =>
    (low - square * frame.scale ** 2 * (1 + 2 ** -20)) / 2;
  const findRowBound = (row: number) =>
    Math.floor(row / TILE_ROWS) * 2 * TILE_ROWS + row % TILE_ROWS;
  const findColumnBound = (column: number) =>
    Math.floor(column / SCREEN_COLUMNS) * 2 * SCREEN_COLUMNS + column % SCREEN_COLUMNS;
  rowNorms.forEach((_, row) => rowBounds[findRowBound(row) + TILE_ROWS] = rowEnds.low[row] / 2);
  columnNorms.forEach((_, column) => {
    columnBounds[findColumnBound(column)] = columnEnds.low[column] / 2;
  });

  const tile = { low: new Float64Array(TILE_SIZE), high: new Float64Array(TILE_SIZE) };
  const unscale = frame.scale ** -2;
  let ranges: TileRanges | undefined;

  /** Bounds the distances of a tile by its products; in float64 where these leave many pairs undecided. */
  function boundTile(quad: number, panel: number): Ranges {
    const { low, high } = tile, { low: columnLow, high: columnHigh } = columnEnds;
    const firstColumn = panel * SCREEN_COLUMNS;
    let undecided = 0;
    for (let r = 0, at = 0; r < TILE_ROWS; r++) {
      const row = quad * TILE_ROWS + r;
      const rowLow = rowEnds.low[row], rowHigh = rowEnds.high[row], rowSquare = rowSquares[row];
      for (let c = 0; c < SCREEN_COLUMNS; c++, at++) {
        const column = firstColumn + c, columnSquare = columnSquares[column];
        const product = 2 * products[at];
        const least = (rowLow + columnLow[column] - product) * unscale;
        const most = (rowHigh + columnHigh[column] - product) * unscale;
        low[at] = least;
        high[at] = most;
        if (
          (least <= rowSquare && rowSquare < most) ||
          (least <= columnSquare && columnSquare < most)
        ) undecided++;
      }
    }
    if (undecided < DENSE_COUNT) return tile;
    ranges ??= makeTileRanges(rows, columns, { centre: frame.centre, tileColumns: SCREEN_COLUMNS });
    ranges.measure(quad, panel);
    return ranges;
  }

  function visitTile(quad: number, panel: number, visit: VisitPair, isAbove: boolean): void {
    const mask = tiles.screen(quad, panel);
    if (mask === 0) return;
    const ranges = boundTile(quad, panel), { low } = ranges;
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const bit = findLowestBit(rest);
      const row = quad * TILE_ROWS + (bit >>> COLUMN_BITS);
      const column = panel * SCREEN_COLUMNS + (bit & COLUMN_MASK);
      if (isAbove && row >= column) continue;
      if (low[bit] <= rowSquares[row] || low[bit] <= columnSquares[column]) {
        visit(row, column, ranges, bit);
      }
    }
  }

  return {
    boundRow(row, square) {
      rowSquares[row] = square;
      rowBounds[findRowBound(row)] = nearBound(rowEnds.low[row], square);
    },
    boundColumn(column, square) {
      columnSquares[column] = square;
      columnBounds[findColumnBound(column) + SCREEN_COLUMNS] = nearBound(
        columnEnds.low[column],
        square,
      );
    },
    scan(visit, { isAbove = false } = {}) {
      const { quadsAtOnce, panelsAtOnce } = tiles;
      for (let firstQuad = 0; firstQuad < quadCount; firstQuad += quadsAtOnce) {
        const endQuad = Math.min(quadCount, firstQuad + quadsAtOnce);
        for (let firstPanel = 0; firstPanel < panelCount; firstPanel += panelsAtOnce) {
          const endPanel = Math.min(panelCount, firstPanel + panelsAtOnce);
          if (isAbove && !hasPairAbove(firstQuad, endPanel - 1)) continue;
          tiles.begin({ firstQuad, endQuad, firstPanel, endPanel });
          for (let quad = firstQuad; quad < endQuad; quad++) {
            for (let panel = firstPanel; panel < endPanel; panel++) {
              if (isAbove && !hasPairAbove(quad, panel)) continue;
              visitTile(quad, panel, visit, isAbove);
            }
          }
        }
      }
    },
  };
}

/** Whether the last column of a panel lies above the first row of a quad. */
function hasPairAbove(quad: number, panel: number): boolean {
  return quad * TILE_ROWS < panel * SCREEN_COLUMNS + SCREEN_COLUMNS - 1;
}

/** The place of the lowest bit that is set. */
function findLowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

/** The mean of the columns, and the scale that brings the largest feature below 2^40. */
function findFrame(rows: FeatureMatrix, columns: FeatureMatrix): Frame {
  const centre = new Float64Array(columns.columns);
  eachValue(columns, (value, _, feature) => centre[feature] += value / columns.rows);
  let largest = 0;
  for (const set of [rows, columns]) {
    eachValue(set, (value, _, feature) => {
      largest = Math.max(largest, Math.abs(value - centre[feature]));
    });
  }
  const exponent = largest > 0 ? LARGEST_EXPONENT - Math.ceil(Math.log2(largest)) : 0;
  return { centre, scale: 2 ** Math.min(exponent, 400) };
}
