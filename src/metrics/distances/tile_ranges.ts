import type { FeatureMatrix } from "../feature_matrix.ts";
import { boundNorms, type Ranges } from "./bound_norms.ts";
import { copyPoints } from "./copy_points.ts";
import { makeMemory } from "./make_memory.ts";
import { makeSumKernel } from "./sum_kernel.ts";
import { DEPTH_STEP, TILE_ROWS } from "./tile_sums.ts";

/** Squared distances of the tile that was measured last, [rows, columns] of a tile. */
export interface TileRanges extends Ranges {
  /** Measures the tile of 4 rows from `4 * quad` on and of `columns` columns from `columns * panel` on. */
  measure(quad: number, panel: number): void;
}

const NUMBER_BYTES = 8;
/** Columns of a panel of float64. */
const PANEL_COLUMNS = 4;
/** Half the gap between 1 and the next float64. */
const ROUNDING = 2 ** -53;
/** More than what sums of squares below float64's range lose. */
const UNDERFLOW = 2 ** -1040;

/**
 * Prepares to bound the squared distances of whole tiles by products of float64, where a screen in float32 leaves so
 * many pairs undecided that measuring them one by one costs more, as in tight clumps.
 *
 * Rows [n, d] and columns [m, d], less a centre. With u = 2^-53, ‖x‖² + ‖y‖² - 2 x·y as computed is within
 * (4 d + 24) u (‖x‖² + ‖y‖²) of what `measureSquaredDistance()` gives for the rows before they were centred; twice that is
 * allowed. A lower bound can be < 0. Memory 8 (n + m) d bytes.
 *
 * @param rows The one set.
 * @param columns The other.
 * @param options What is subtracted from both, and the columns of a tile, a multiple of 4.
 * @returns The bounds.
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { makeTileRanges } from "./tile_ranges.ts";
 *
 * const rows = { data: Float64Array.of(0, 7), rows: 2, columns: 1 };
 * const ranges = makeTileRanges(rows, rows, { centre: Float64Array.of(3), tileColumns: 4 });
 * ranges.measure(0, 0);
 * assert(ranges.low[1] <= 49 && 49 <= ranges.high[1] && ranges.high[1] < 50);
 * ```
 *
 * Source: Higham 2002, "Accuracy and Stability of Numerical Algorithms", eq. 3.5.
 */
export function makeTileRanges(
  rows: FeatureMatrix,
  columns: FeatureMatrix,
  { centre, tileColumns }: { readonly centre: ArrayLike<number>; readonly tileColumns: number },
): TileRanges {
  const depth = Math.ceil(rows.columns / DEPTH_STEP) * DEPTH_STEP;
  const quadCount = Math.ceil(rows.rows / TILE_ROWS);
  const panelCount = Math.ceil(columns.rows / tileColumns) * tileColumns / PANEL_COLUMNS;
  const quadSize = TILE_ROWS * depth, panelSize = PANEL_COLUMNS * depth;
  const panelsAt = quadCount * quadSize, productsAt = panelsAt + panelCount * panelSize;
  const size = productsAt + TILE_ROWS * PANEL_COLUMNS;
  const memory = makeMemory(size * NUMBER_BYTES);
  const numbers = new Float64Array(memory.buffer);
  const multiplyTile = makeSumKernel(memory, "float64 product");
  const rowNorms = copyPoints(rows, { centre, scale: 1 }, (row, feature, value) => {
    // Products with -2 x need only be added to the norms.
    numbers[row * depth + feature] = -2 * value;
  });
  const columnNorms = copyPoints(columns, { centre, scale: 1 }, (column, feature, value) => {
    const panel = Math.floor(column / PANEL_COLUMNS), place = column % PANEL_COLUMNS;
    numbers[panelsAt + panel * panelSize + feature * PANEL_COLUMNS + place] = value;
  });
  const error = { share: (8 * rows.columns + 64) * ROUNDING, least: UNDERFLOW };
  const rowBounds = boundNorms(rowNorms, quadCount * TILE_ROWS, error);
  const columnBounds = boundNorms(columnNorms, panelCount * PANEL_COLUMNS, error);
  const low = new Float64Array(TILE_ROWS * tileColumns), high = low.slice();

  return {
    low,
    high,
    measure(quad, panel) {
      for (let part = 0; part < tileColumns; part += PANEL_COLUMNS) {
        const firstColumn = panel * tileColumns + part;
        multiplyTile(
          quad * quadSize * NUMBER_BYTES,
          depth * NUMBER_BYTES,
          (panelsAt + firstColumn / PANEL_COLUMNS * panelSize) * NUMBER_BYTES,
          depth,
          productsAt * NUMBER_BYTES,
        );
        for (let r = 0; r < TILE_ROWS; r++) {
          const rowLow = rowBounds.low[quad * TILE_ROWS + r];
          const rowHigh = rowBounds.high[quad * TILE_ROWS + r];
          for (let c = 0; c < PANEL_COLUMNS; c++) {
            const product = numbers[productsAt + r * PANEL_COLUMNS + c];
            const at = r * tileColumns + part + c;
            low[at] = rowLow + columnBounds.low[firstColumn + c] + product;
            high[at] = rowHigh + columnBounds.high[firstColumn + c] + product;
          }
        }
      }
    },
  };
}
